package io.kwhy.rule.card;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code {name}} in the text of a card. A name is a lower-case word, with digits and hyphens; what
 * else stands in braces is left as it is: a shell's <code>${VAR}</code>, {@code {.items}} of a JSON
 * path, {@code {print $1}} of awk.
 */
public final class Placeholder {
  private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{([a-z][a-z0-9-]*)}");

  private Placeholder() {}

  /** Names of the placeholders in a text. */
  public static SortedSet<String> in(String text) {
    SortedSet<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** The text with its placeholders filled; those without a value stay. */
  public static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
