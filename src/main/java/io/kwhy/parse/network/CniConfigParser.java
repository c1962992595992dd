package io.kwhy.parse.network;

import io.kwhy.fact.network.CniConfig;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.JsonRow;
import io.kwhy.parse.text.JsonRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file in the folder of CNI configurations: a list of plugins, or a single one. Other files, such
 * as one that was renamed, are kept by name, because runtimes pass them over.
 */
final class CniConfigParser implements Parser {

  /** What libcni's ConfFiles looks for. */
  private static final Pattern CONSIDERED = Pattern.compile(".*\\.(?:conflist|conf|json)");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    if (!CONSIDERED.matcher(input.hostPath()).matches()) {
      facts.add(config(input, false, "", List.of(), facts));
      return;
    }
    List<JsonRow> rows = new ArrayList<>();
    JsonRows.each(input, facts, rows::add);
    if (rows.isEmpty()) {
      facts.add(config(input, true, "", List.of(), facts));
    } else {
      JsonRow row = rows.get(0);
      facts.add(config(input, true, row.text("name"), plugins(row), facts));
    }
  }

  /** None if one of them has no type: then libcni takes none. */
  private static List<String> plugins(JsonRow row) {
    List<JsonRow> plugins = row.list("plugins").isEmpty() ? List.of(row) : row.list("plugins");
    List<String> types = plugins.stream().map(plugin -> plugin.text("type")).toList();
    return types.contains("") ? List.of() : types;
  }

  private static CniConfig config(
      Input input, boolean considered, String name, List<String> plugins, Facts facts) {
    return new CniConfig(input.node(), input.hostPath(), considered, name, plugins, facts.at(0));
  }
}
