package io.kwhy.names.corefile;

import java.util.List;

/**
 * What plugin rewrite makes of a name.
 *
 * @see <a href="https://coredns.io/plugins/rewrite/">CoreDNS: rewrite</a>
 */
public record Rewrite(Directive directive) {

  /** The name that is asked for in its place; the same where the rule is not for it. */
  public String of(String name) {
    List<String> words = rule();
    if (words.size() < 3 || !words.get(0).equals("name")) {
      return name;
    }
    boolean named =
        words.size() > 3
            && List.of("exact", "prefix", "suffix", "substring", "regex").contains(words.get(1));
    String how = named ? words.get(1) : "exact";
    String from = words.get(named ? 2 : 1);
    String to = words.get(named ? 3 : 2);
    return withoutDot(rewritten(name + ".", how, from, to));
  }

  /** On the plugin's own line, or the first in its braces. */
  private List<String> rule() {
    List<String> words = directive.arguments().stream().map(CorefileToken::text).toList();
    if (!words.isEmpty() && List.of("stop", "continue").contains(words.get(0))) {
      words = words.subList(1, words.size());
    }
    return words.isEmpty() && !directive.properties().isEmpty()
        ? directive.properties().get(0).stream().map(CorefileToken::text).toList()
        : words;
  }

  private static String rewritten(String name, String how, String from, String to) {
    return switch (how) {
      case "prefix" -> name.startsWith(from) ? to + name.substring(from.length()) : name;
      case "suffix" ->
          name.endsWith(withDot(from))
              ? name.substring(0, name.length() - withDot(from).length()) + withDot(to)
              : name;
      case "substring" -> name.replace(from, to);
      case "regex" -> byPattern(name, from, to);
      default -> name.equals(withDot(from)) ? withDot(to) : name;
    };
  }

  private static String byPattern(String name, String from, String to) {
    return NamePattern.of(from).map(pattern -> withDot(pattern.replaced(name, to))).orElse(name);
  }

  private static String withDot(String name) {
    return name.endsWith(".") ? name : name + ".";
  }

  private static String withoutDot(String name) {
    return name.replaceFirst("\\.$", "");
  }
}
