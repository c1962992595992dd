package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Captured;
import io.kwhy.netfilter.Captured.Backend;
import io.kwhy.netfilter.Captured.Flaw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads {@code nft -j list ruleset}. It is written out as {@code nft list ruleset} prints it and
 * read as that, so that there is one reading of nft's expressions; rules show that text. All of it
 * is on one line of the file, which is the line that rules name.
 */
public final class NftJson {
  private final String source;

  /**
   * A reader of one file.
   *
   * @param source how rules name the file
   */
  public NftJson(String source) {
    this.source = source;
  }

  /** What the text says; nothing but a flaw if it is not of the form that nft prints. */
  public Captured read(String text) {
    Optional<Object> value = Json.read(text);
    Object entries = value.map(v -> Json.member(v, "nftables")).orElse("");
    if (!(entries instanceof List<?> list)) {
      Flaw flaw = new Flaw(1, "expected {\"nftables\": […]}");
      return new Captured(source, Backend.NFTABLES, List.of(), false, List.of(flaw));
    }
    return new NftText(source, line -> 1).read(written(list));
  }

  private static String written(List<?> entries) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    Map<String, List<String>> chains = new LinkedHashMap<>();
    for (Object entry : entries) {
      if (entry instanceof Map<?, ?> one && one.size() == 1) {
        Map.Entry<?, ?> only = one.entrySet().iterator().next();
        entry(String.valueOf(only.getKey()), only.getValue(), tables, chains);
      }
    }
    StringBuilder text = new StringBuilder();
    tables.forEach((table, lines) -> write(text, table, lines, chains));
    return text.toString();
  }

  private static void write(
      StringBuilder text, String table, List<String> sets, Map<String, List<String>> chains) {
    text.append("table ").append(table).append(" {\n");
    sets.forEach(set -> text.append(set).append('\n'));
    chains.forEach(
        (key, lines) -> {
          if (key.startsWith(table + "\n")) {
            text.append(String.join("\n", lines)).append("\n}\n");
          }
        });
    text.append("}\n");
  }

  private static void entry(
      String kind,
      Object value,
      Map<String, List<String>> tables,
      Map<String, List<String>> chains) {
    String name = Json.text(value, "name");
    String table = Json.text(value, "family") + " " + Json.text(value, "table");
    switch (kind) {
      case "table" -> tables.put(Json.text(value, "family") + " " + name, flags(value));
      case "set", "map" -> lines(tables, table).add(set(kind, name, value));
      case "chain" -> chains.put(table + "\n" + name, new ArrayList<>(chain(name, value)));
      case "rule" ->
          lines(chains, table + "\n" + Json.text(value, "chain")).add(Written.rule(value));
      default -> {}
    }
  }

  private static List<String> flags(Object table) {
    List<String> lines = new ArrayList<>();
    Json.list(table, "flags").forEach(flag -> lines.add("flags " + flag));
    return lines;
  }

  private static List<String> lines(Map<String, List<String>> of, String key) {
    return of.computeIfAbsent(key, k -> new ArrayList<>());
  }

  private static String set(String kind, String name, Object value) {
    List<String> elements = Json.list(value, "elem").stream().map(Written::element).toList();
    return kind + " " + name + " {\nelements = { " + String.join(", ", elements) + " }\n}";
  }

  private static List<String> chain(String name, Object value) {
    String open = "chain " + name + " {";
    String hook = Json.text(value, "hook");
    if (hook.isEmpty()) {
      return List.of(open);
    }
    String on =
        Json.list(value, "dev").stream()
            .map(device -> "\"" + device + "\"")
            .collect(Collectors.joining(", ", " devices = { ", " }"));
    String policy = Json.text(value, "policy");
    return List.of(
        open,
        "type "
            + Json.text(value, "type")
            + " hook "
            + hook
            + on
            + " priority "
            + Json.text(value, "prio")
            + "; policy "
            + (policy.isEmpty() ? "accept" : policy)
            + ";");
  }
}
