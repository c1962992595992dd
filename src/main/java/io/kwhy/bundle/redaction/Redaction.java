package io.kwhy.bundle.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of the lines of one text before it is kept, and leaves what a diagnosis needs:
 * the text around them, their names, and of a join token the hash of the cluster's CA, which every
 * host may know. One object per text: keys and blocks go over several lines.
 */
public final class Redaction {
  /** What kind of text it is: settings name their values, prose may only happen to. */
  public enum Kind {
    SETTINGS,
    PROSE
  }

  private static final String MARK = Blanking.MARK;

  private static final String BEGIN = "-----BEGIN";
  private static final String END = "-----END";
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)");

  /** Units of the installer have each word on a line of its own: {@code '--token' \}. */
  private static final Pattern FLAG_AT_END =
      Pattern.compile("^[\\s\"']*--?([A-Za-z][\\w.-]{1,60}|t)[\"']?\\s*\\\\\\s*$");

  /**
   * {@code key: value}, {@code key = value}, {@code - key: value}, {@code export KEY=value}, also
   * where a {@code #} makes it a comment.
   */
  private static final Pattern SETTING =
      Pattern.compile(
          "^(\\s*(?:#\\s*+)*+(?:-\\s+)*+(?:export\\s+)?[\"']?([A-Za-z][\\w./-]{1,80})[\"']?\\s*(?::\\s+|:$|=\\s*))(.*)$");

  private static final Pattern BLOCK_START = Pattern.compile("[|>][-+0-9]*\\s*(?:#.*)?");

  private final Kind kind;
  private boolean insideKey;
  private boolean valueExpected;
  private int blockIndent = -1;

  /** For one text of that kind. */
  public Redaction(Kind kind) {
    this.kind = kind;
  }

  /** A text of any number of lines. */
  public static String text(String text, Kind kind) {
    if (text.indexOf('\n') < 0) {
      return new Redaction(kind).line(text);
    }
    Redaction redaction = new Redaction(kind);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      out.append(redaction.line(text.substring(at, end)));
      if (end < text.length()) {
        out.append('\n');
      }
      at = end + 1;
    }
    return out.toString();
  }

  /** The next line, without its secrets. As many lines come out as go in. */
  public String line(String raw) {
    if (insideKey) {
      insideKey = !raw.contains(END) || isKeyOpen(raw);
      return MARK;
    }
    if (blockIndent >= 0) {
      if (raw.isBlank() || indent(raw) > blockIndent) {
        return raw.isBlank() ? raw : raw.substring(0, indent(raw)) + MARK;
      }
      blockIndent = -1;
    }
    if (valueExpected) {
      valueExpected = false;
      if (!raw.strip().startsWith("-") && !raw.strip().startsWith("'-")) {
        return raw.substring(0, indent(raw)) + MARK + (raw.endsWith("\\") ? " \\" : "");
      }
    }
    String text = raw;
    if (raw.contains(BEGIN) && raw.contains("PRIVATE KEY")) {
      insideKey = isKeyOpen(raw);
      text = PRIVATE_KEY.matcher(raw).replaceAll(MARK);
    }
    return kind == Kind.SETTINGS ? setting(text) : SecretWords.without(text);
  }

  /** Files put one behind the other may have the end of a certificate on the same line. */
  private static boolean isKeyOpen(String line) {
    int begin = line.lastIndexOf(BEGIN);
    while (begin >= 0 && !label(line, begin).contains("PRIVATE KEY")) {
      begin = line.lastIndexOf(BEGIN, begin - 1);
    }
    return begin >= 0 && line.indexOf(END, begin) < 0;
  }

  private static String label(String line, int begin) {
    int end = line.indexOf("-----", begin + BEGIN.length());
    return line.substring(begin, end < 0 ? line.length() : end);
  }

  private String setting(String text) {
    Matcher flag = FLAG_AT_END.matcher(text);
    if (flag.matches()) {
      valueExpected = flag.group(1).equals("t") || SecretName.is(flag.group(1));
      return text;
    }
    Matcher setting = SETTING.matcher(text);
    if (!setting.matches() || !SecretName.is(setting.group(2))) {
      return SecretWords.without(text);
    }
    String value = setting.group(3);
    if (BLOCK_START.matcher(value).matches()) {
      blockIndent = indent(text);
      return text;
    }
    // To YAML a brace begins a map and a # a comment, to a file of variables neither does.
    boolean variable = setting.group(1).endsWith("=");
    return setting.group(1) + (variable ? SecretValue.assigned(value) : SecretValue.masked(value));
  }

  private static int indent(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
