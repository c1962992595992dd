package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.ComponentArgument;
import io.kwhy.fact.node.EffectiveArgument;
import io.kwhy.fact.node.K3sVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of k3s's programs that are in effect on a host, by its release. */
final class EffectiveArguments {

  /** Later releases may say other things than the table knows. */
  private static final int LAST_KNOWN = 1036;

  private static final Pattern SETTING = Pattern.compile("\\{([a-z-]+)\\}");
  private static final List<Line> TABLE =
      Rows.of("arguments.tsv").stream().map(EffectiveArguments::line).toList();

  private record Line(String component, String name, int since, int until, String value) {
    boolean isFor(String role, int minor) {
      boolean onServersOnly = component.startsWith("kube-") && !component.equals("kube-proxy");
      return (role.equals("server") || !onServersOnly)
          && minor >= since
          && (until == 0 || minor < until);
    }
  }

  private final Map<String, String> settings;
  private final List<ComponentArgument> given;

  /**
   * @param settings in effect, for what depends on them
   * @param given to the programs through k3s
   */
  EffectiveArguments(Map<String, String> settings, List<ComponentArgument> given) {
    this.settings = settings;
    this.given = given;
  }

  /**
   * Those of a host.
   *
   * @param minor as in {@link K3sVersion#minor}; nothing is known of the defaults without it
   * @param place where to look that nothing else is said
   */
  List<EffectiveArgument> of(String node, String role, int minor, Origin place) {
    List<EffectiveArgument> arguments = new ArrayList<>();
    for (Line line : minor == 0 || minor > LAST_KNOWN ? List.<Line>of() : TABLE) {
      if (line.isFor(role, minor)) {
        arguments.add(
            said(node, line)
                .orElseGet(
                    () ->
                        new EffectiveArgument(
                            node,
                            line.component(),
                            line.name(),
                            filled(line.value()),
                            "default",
                            place)));
      }
    }
    return arguments;
  }

  /** The last word counts. */
  private Optional<EffectiveArgument> said(String node, Line line) {
    return given.stream()
        .filter(
            argument ->
                argument.component().equals(line.component())
                    && argument.name().equals(line.name()))
        .reduce((first, second) -> second)
        .map(
            argument ->
                new EffectiveArgument(
                    node,
                    line.component(),
                    line.name(),
                    argument.value(),
                    argument.setting(),
                    argument.origin()));
  }

  private String filled(String value) {
    return SETTING
        .matcher(value)
        .replaceAll(
            name -> Matcher.quoteReplacement(settings.getOrDefault(name.group(1), name.group())));
  }

  private static Line line(List<String> cells) {
    return new Line(
        cells.get(0),
        cells.get(1),
        K3sVersion.minor(cells.get(2)),
        K3sVersion.minor(cells.get(3)),
        cells.get(4));
  }
}
