package io.kwhy.report;

import io.kwhy.inference.Subject;
import io.kwhy.rule.card.Placeholder;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The title of a cause that was not found: what only a finding would know is left out where the
 * sentence bears it, and is an ellipsis elsewhere.
 */
final class OpenTitle {
  private static final String UNKNOWN = "…";

  /** Asides that say nothing without their values: in parentheses, or behind a colon or comma. */
  private static final Pattern ASIDE = Pattern.compile(" \\([… ,]*\\)|[:,] …(?=$|,)");

  private static final Pattern REPEATED = Pattern.compile("…(?: …)+");
  private static final Pattern AT_END = Pattern.compile(" …$");

  private OpenTitle() {}

  /**
   * The title as far as it can be said.
   *
   * @param title with placeholders left
   * @param subject what the cause would be about; a host's name fills what stands for it
   */
  static String of(String title, Subject subject) {
    Map<String, String> values = new TreeMap<>();
    Placeholder.in(title).forEach(name -> values.put(name, UNKNOWN));
    if (subject.kind().equals("node")) {
      values.replace("host", subject.name());
      values.replace("node", subject.name());
    }
    String filled = Placeholder.fill(title, values);
    String said = REPEATED.matcher(ASIDE.matcher(filled).replaceAll("")).replaceAll(UNKNOWN);
    String shorter = AT_END.matcher(said).replaceFirst("");
    return shorter.endsWith(" by") || shorter.endsWith(" of") ? said : shorter;
  }
}
