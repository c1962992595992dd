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
  private final Map<String, List<String>> tables = new LinkedHashMap<>();
  private final Map<String, ChainLines> chains = new LinkedHashMap<>();

  /** What declares a chain, empty until that is read, and its rules. */
  private static final class ChainLines {
    private List<String> head = List.of();
    private final List<String> rules = new ArrayList<>();
  }

  /**
   * A reader of one file.
   *
   * @param source how rules name the file
   */
  public NftJson(String source) {
    this.source = source;
  }

  /**
   * What the text says; a flaw if it is not of the form that nft prints, or has rules of a chain
   * that it does not tell: where that chain is called from is not known.
   */
  public Captured read(String text) {
    Optional<Object> value = Json.read(text);
    Object entries = value.map(v -> Json.member(v, "nftables")).orElse("");
    if (!(entries instanceof List<?> list)) {
      Flaw flaw = new Flaw(1, "expected {\"nftables\": […]}");
      return new Captured(source, Backend.NFTABLES, List.of(), false, List.of(flaw));
    }
    list.forEach(this::entry);
    List<Flaw> flaws = new ArrayList<>();
    chains.forEach(
        (key, chain) -> {
          if (chain.head.isEmpty()) {
            flaws.add(new Flaw(1, "expected chain " + key.replace("\n", " ") + ", it has rules"));
          }
        });
    Captured whole = new NftText(source, line -> 1).read(written());
    flaws.addAll(whole.flaws());
    return new Captured(source, Backend.NFTABLES, whole.tables(), false, flaws);
  }

  private String written() {
    StringBuilder text = new StringBuilder();
    tables.forEach((table, lines) -> write(text, table, lines));
    return text.toString();
  }

  private void write(StringBuilder text, String table, List<String> sets) {
    text.append("table ").append(table).append(" {\n");
    sets.forEach(set -> text.append(set).append('\n'));
    chains.forEach(
        (key, chain) -> {
          if (key.startsWith(table + "\n") && !chain.head.isEmpty()) {
            text.append(String.join("\n", chain.head)).append('\n');
            chain.rules.forEach(rule -> text.append(rule).append('\n'));
            text.append("}\n");
          }
        });
    text.append("}\n");
  }

  private void entry(Object entry) {
    if (entry instanceof Map<?, ?> one && one.size() == 1) {
      Map.Entry<?, ?> only = one.entrySet().iterator().next();
      entry(String.valueOf(only.getKey()), only.getValue());
    }
  }

  private void entry(String kind, Object value) {
    String name = Json.text(value, "name");
    String table = Json.text(value, "family") + " " + Json.text(value, "table");
    switch (kind) {
      case "table" -> table(Json.text(value, "family") + " " + name).addAll(flags(value));
      case "set", "map" -> table(table).add(set(kind, name, value));
      case "chain" -> chain(table, name).head = chain(name, value);
      case "rule" -> chain(table, Json.text(value, "chain")).rules.add(Written.rule(value));
      default -> {}
    }
  }

  private List<String> table(String table) {
    return tables.computeIfAbsent(table, key -> new ArrayList<>());
  }

  private ChainLines chain(String table, String name) {
    table(table);
    return chains.computeIfAbsent(table + "\n" + name, key -> new ChainLines());
  }

  private static List<String> flags(Object table) {
    List<String> lines = new ArrayList<>();
    Json.list(table, "flags").forEach(flag -> lines.add("flags " + flag));
    return lines;
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
    List<?> devices = Json.list(value, "dev");
    String on =
        devices.isEmpty()
            ? ""
            : devices.stream()
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
