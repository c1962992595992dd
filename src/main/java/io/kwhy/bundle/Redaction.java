package io.kwhy.bundle;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of the lines of one text before it is kept, and leaves what a diagnosis needs:
 * the text around them, their names, and of a join token the hash of the cluster's CA, which every
 * host may know. One object per text: keys and blocks go over several lines.
 */
final class Redaction {
  /** What kind of text it is: settings name their values, prose may only happen to. */
  enum Kind {
    SETTINGS,
    PROSE
  }

  private static final String MARK = Blanking.MARK;

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)");
  private static final Pattern JOIN_TOKEN = Pattern.compile("K10([0-9a-f]*)::([^\\s\"',;\\\\]+)");
  private static final Pattern LONG_TOKEN = Pattern.compile("\\bK10[0-9a-f]{64}[^\\s\"',;:\\\\]+");
  private static final Pattern WEB_TOKEN =
      Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*)?");
  private static final Pattern LOGIN = Pattern.compile("(://[^/\\s:@\"']*:)[^\\s\"']+@");
  private static final Pattern DATA_SOURCE =
      Pattern.compile("([\\w.-]+:)(?!//)[^\\s\"']*(@(?:tcp|unix)\\()");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)(?!<)[\\w.~+/=-]{8,}");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)(\\bauthorization[\"']?\\s*[:=]\\s*[\"']?(?:(?:basic|bearer|negotiate|token)\\s+)?)(?![<\\[]|bearer\\b|basic\\b)[^\\s\"',;]+");
  private static final Pattern SIGNED =
      Pattern.compile("(?i)([?&](?:sig|signature|x-amz-[a-z-]+|access_token|code)=)[^&\\s\"']+");
  private static final Pattern CLOUD_KEY =
      Pattern.compile("\\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\\w{30,}|xox[abprs]-[\\w-]{10,})");

  /** {@code "password":"x"}, also where the quotes are escaped. */
  private static final Pattern QUOTED_PAIR =
      Pattern.compile("(\\\\*[\"'])([\\w.-]{2,60})\\1\\s*:\\s*\\\\*[\"']((?:[^\"'\\\\])+)");

  private static final Pattern NAMED_VALUE =
      Pattern.compile(
          "(\\\\*\"name\\\\*\"\\s*:\\s*\\\\*\"([\\w.-]{2,80})\\\\*\"\\s*,\\s*\\\\*\"value\\\\*\"\\s*:\\s*\\\\*\")([^\"\\\\]+)");
  private static final Pattern FLAG =
      Pattern.compile(
          "((?<![\\w-])--?([A-Za-z][\\w.-]{1,60})(?:=|[\"']?\\s{1,2})[\"']?)(?![-<\\s\\\\])([^\\s\"']+)");
  private static final Pattern JOIN_FLAG =
      Pattern.compile("((?<![\\w-])-t[= ][\"']?)(?![-<$])([^\\s\"']+)");

  /** Units of the installer have each word on a line of its own: {@code '--token' \}. */
  private static final Pattern FLAG_AT_END =
      Pattern.compile("^[\\s\"']*--?([A-Za-z][\\w.-]{1,60}|t)[\"']?\\s*\\\\\\s*$");

  private static final Pattern ASSIGNED =
      Pattern.compile("(\\b([A-Za-z][\\w.-]{1,60})=[\"']?)(?!<)([^\\s\"',;&]+)");
  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)(\\b(?:token|password|passwd|secret|api[-_ ]?key|passphrase)\"?\\s?:\\s\"?)(?!<)([^\\s\"',;]+)");

  /** {@code key: value}, {@code key = value}, {@code - key: value}, {@code export KEY=value}. */
  private static final Pattern SETTING =
      Pattern.compile(
          "^(\\s*(?:-\\s+)*(?:export\\s+)?[\"']?([A-Za-z][\\w./-]{1,80})[\"']?\\s*(?::\\s+|:$|=\\s*))(.*)$");

  private static final Pattern BLOCK_START = Pattern.compile("[|>][-+0-9]*\\s*(?:#.*)?");

  /** What follows a flag's name in a sentence about it. */
  private static final Set<String> SENTENCE =
      Set.of(
          "is",
          "or",
          "and",
          "was",
          "not",
          "must",
          "flag",
          "flags",
          "has",
          "are",
          "cannot",
          "can",
          "to",
          "for",
          "from",
          "with",
          "value",
          "file",
          "does",
          "required",
          "option",
          "should",
          "string",
          "value,",
          "in",
          "on",
          "of",
          "the",
          "be",
          "if",
          "when",
          "option,",
          "flag,",
          "argument");

  private static final List<String> WITH_T = List.of("token");
  private static final List<String> WITH_P = List.of("pass", "psk");
  private static final List<String> WITH_S = List.of("secret");
  private static final List<String> WITH_K = List.of("key");
  private static final List<String> WITH_A = List.of("auth");
  private static final List<String> WITH_B = List.of("bearer");
  private static final List<String> WITH_C = List.of("cred", "cookie");

  private final Kind kind;
  private boolean insideKey;
  private boolean valueExpected;
  private int blockIndent = -1;

  Redaction(Kind kind) {
    this.kind = kind;
  }

  /** A text of any number of lines. */
  static String text(String text, Kind kind) {
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
  String line(String raw) {
    if (insideKey) {
      insideKey = !raw.contains("-----END");
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
    if (raw.contains("-----BEGIN") && raw.contains("PRIVATE KEY")) {
      insideKey = !raw.contains("-----END");
      text = PRIVATE_KEY.matcher(raw).replaceAll(MARK);
    }
    return kind == Kind.SETTINGS ? setting(text) : words(text);
  }

  private String setting(String text) {
    Matcher flag = FLAG_AT_END.matcher(text);
    if (flag.matches()) {
      valueExpected = flag.group(1).equals("t") || SecretName.is(flag.group(1));
      return text;
    }
    Matcher setting = SETTING.matcher(text);
    if (!setting.matches() || !SecretName.is(setting.group(2))) {
      return words(text);
    }
    String value = setting.group(3);
    if (BLOCK_START.matcher(value).matches()) {
      blockIndent = indent(text);
      return text;
    }
    return setting.group(1) + masked(value);
  }

  /**
   * The mark instead of a value; its quotes, a comma after it and the part of a join token that is
   * not secret stay.
   */
  static String masked(String value) {
    String bare = value.strip();
    if (bare.isEmpty()
        || isBoolean(bare)
        || isEmptyQuotes(bare)
        || "{}[]&*".indexOf(bare.charAt(0)) >= 0) {
      return value;
    }
    String comma = bare.endsWith(",") ? "," : "";
    bare = bare.substring(0, bare.length() - comma.length());
    char first = bare.isEmpty() ? ' ' : bare.charAt(0);
    String quote = first == '"' || first == '\'' ? String.valueOf(first) : "";
    String inner = quote.isEmpty() ? bare : bare.substring(1).replaceAll("[\"'].*$", "");
    return quote + secret(inner) + quote + comma;
  }

  private static String secret(String value) {
    if (value.matches("K10[0-9a-f]{0,64}")) {
      return value;
    }
    Matcher token = JOIN_TOKEN.matcher(value);
    return token.matches() ? joinToken(token) : MARK;
  }

  private static boolean isBoolean(String value) {
    return value.startsWith("true") || value.startsWith("false") || value.equals("null");
  }

  private static boolean isEmptyQuotes(String value) {
    return value.equals("\"\"") || value.equals("''") || value.startsWith("#");
  }

  private static int indent(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private String words(String raw) {
    String text = raw;
    if (text.contains("K10")) {
      text = JOIN_TOKEN.matcher(text).replaceAll(m -> Matcher.quoteReplacement(joinToken(m)));
      text = LONG_TOKEN.matcher(text).replaceAll(MARK);
    }
    if (text.contains("eyJ")) {
      text = WEB_TOKEN.matcher(text).replaceAll(MARK);
    }
    if (text.indexOf('@') >= 0) {
      text = LOGIN.matcher(text).replaceAll("$1" + MARK + "@");
      if (text.contains("@tcp(") || text.contains("@unix(")) {
        text = DATA_SOURCE.matcher(text).replaceAll("$1" + MARK + "$2");
      }
    }
    if (mayName(text)) {
      text = named(text);
    }
    if (text.indexOf('&') >= 0 || text.indexOf('?') >= 0) {
      text = SIGNED.matcher(text).replaceAll("$1" + MARK);
    }
    if (text.contains("k3s") && text.contains("-t")) {
      text = JOIN_FLAG.matcher(text).replaceAll("$1" + MARK);
    }
    return mayHoldCloudKey(text) ? CLOUD_KEY.matcher(text).replaceAll(MARK) : text;
  }

  /** Most lines name nothing that could be secret. */
  private static boolean mayName(String text) {
    for (int i = 0; i < text.length(); i++) {
      for (String word : telling(text.charAt(i))) {
        if (text.regionMatches(true, i, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Words that may announce a secret, by their first letter. */
  private static List<String> telling(char first) {
    return switch (first) {
      case 't', 'T' -> WITH_T;
      case 'p', 'P' -> WITH_P;
      case 's', 'S' -> WITH_S;
      case 'k', 'K' -> WITH_K;
      case 'a', 'A' -> WITH_A;
      case 'b', 'B' -> WITH_B;
      case 'c', 'C' -> WITH_C;
      default -> List.of();
    };
  }

  private static boolean mayHoldCloudKey(String text) {
    return text.contains("AKIA")
        || text.contains("ASIA")
        || text.contains("xox")
        || (text.contains("gh") && text.indexOf('_') >= 0);
  }

  private static String named(String raw) {
    String text = BEARER.matcher(raw).replaceAll("$1" + MARK);
    text = HEADER.matcher(text).replaceAll("$1" + MARK);
    text = QUOTED_PAIR.matcher(text).replaceAll(m -> quotedPair(m));
    text = NAMED_VALUE.matcher(text).replaceAll(m -> ifSecret(m));
    text = FLAG.matcher(text).replaceAll(m -> ifSecret(m));
    text = ASSIGNED.matcher(text).replaceAll(m -> ifSecret(m));
    return TOLD.matcher(text).replaceAll(m -> told(m));
  }

  private static String quotedPair(MatchResult pair) {
    String all = pair.group();
    String kept = all.substring(0, all.length() - pair.group(3).length());
    return Matcher.quoteReplacement(
        SecretName.is(pair.group(2)) ? kept + secret(pair.group(3)) : all);
  }

  /** Group 1 is all before the value, 2 its name, 3 the value. */
  private static String ifSecret(MatchResult found) {
    String value = found.group(3);
    boolean keep = !SecretName.is(found.group(2)) || SENTENCE.contains(value) || isBoolean(value);
    return Matcher.quoteReplacement(keep ? found.group() : found.group(1) + secret(value));
  }

  /** After a colon in prose comes a reason more often than a secret: plain words stay. */
  private static String told(MatchResult found) {
    String value = found.group(2);
    boolean prose = value.matches("[A-Za-z]?[a-z]{0,14}[.:]?") || value.startsWith("http");
    return Matcher.quoteReplacement(prose ? found.group() : found.group(1) + secret(value));
  }

  private static String joinToken(MatchResult token) {
    String credentials = token.group(2);
    int colon = credentials.indexOf(':');
    return "K10" + token.group(1) + "::" + credentials.substring(0, colon + 1) + MARK;
  }
}
