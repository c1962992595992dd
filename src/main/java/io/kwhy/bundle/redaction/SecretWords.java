package io.kwhy.bundle.redaction;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets among words: log lines, command lines, JSON. They are known by their own form, or by the
 * name before them.
 */
public final class SecretWords {
  private static final String MARK = Blanking.MARK;

  private static final Pattern LONG_TOKEN = Pattern.compile("\\bK10[0-9a-f]{64}[^\\s\"',;:\\\\]+");

  /** A word is looked at as a whole first: each part of it may begin like a token. */
  private static final Pattern WEB_TOKEN =
      Pattern.compile(
          "(?<![\\w-])(?=[\\w-]++\\.[\\w-]{4})([\\w-]*?)\\beyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*)?");

  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)(?!<)[\\w.~+/=-]{8,}");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)(\\bauthorization[\"']?\\s*[:=]\\s*[\"']?(?:(?:basic|bearer|negotiate|token)\\s+)?)(?![<\\[]|bearer\\b|basic\\b)[^\\s\"',;]+");
  private static final Pattern SIGNED =
      Pattern.compile("(?i)([?&](?:sig|signature|x-amz-[a-z-]+|access_token|code)=)[^&\\s\"']+");
  private static final Pattern CLOUD_KEY =
      Pattern.compile("\\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\\w{30,}|xox[abprs]-[\\w-]{10,})");

  /** {@code "password":"x"}, also where the quotes are escaped, perhaps several times over. */
  private static final Pattern QUOTED_PAIR =
      Pattern.compile("(\\\\{0,15}[\"'])([\\w.-]{2,60})\\1\\s*:\\s*\\\\*[\"']((?:[^\"'\\\\])+)");

  private static final Pattern NAMED_VALUE =
      Pattern.compile(
          "(\\\\{0,15}\"name\\\\*\"\\s*:\\s*\\\\*\"([\\w.-]{2,80})\\\\*\"\\s*,\\s*\\\\*\"value\\\\*\"\\s*:\\s*\\\\*\")([^\"\\\\]+)");
  private static final Pattern FLAG =
      Pattern.compile(
          "(?=-)((?<![\\w-])--?([A-Za-z][\\w.-]{1,60})(?:=|[\"']?\\s{1,2})[\"']?)(?![-<\\s\\\\])((?<==')[^']+|(?<= ')[^']+|[^\\s\"']+)");

  /** k3s itself, not what it starts from folders of its name: iptables has a {@code -t} too. */
  private static final Pattern K3S =
      Pattern.compile("(?<![\\w-])k3s(?:-agent|-server)?[\"']?(?=\\s)");

  private static final Pattern JOIN_FLAG =
      Pattern.compile("(?=-)((?<![\\w-])-t[= ][\"']?)(?![-<$])([^\\s\"']+)");

  private static final Pattern ASSIGNED =
      Pattern.compile("(\\b([A-Za-z][\\w.-]{1,60})=[\"']?)(?!<)([^\\s\"',;&]+)");

  /** A field of a map of YAML that is written on one line. */
  private static final Pattern FIELD =
      Pattern.compile("([{,]\\s*([A-Za-z][\\w.-]{1,60}):\\s+[\"']?)(?!<)([^\\s\"',{}]+)");

  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)(\\b(?:token|password|passwd|secret|api[-_ ]?key|passphrase)\"?\\s?:\\s\"?)(?!<)([^\\s\"',;]+)");

  /** What follows a flag's name in a sentence about it. */
  private static final List<String> SENTENCE =
      List.of(
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
          "in",
          "on",
          "of",
          "the",
          "be",
          "if",
          "when",
          "argument");

  private SecretWords() {}

  /** Words that follow a flag's name in a sentence about it. */
  public static List<String> sentence() {
    return SENTENCE;
  }

  /** The text, marks in the place of secrets. */
  public static String without(String raw) {
    String text = raw;
    if (text.contains("K10")) {
      text = SecretValue.joinTokens(text);
      text = LONG_TOKEN.matcher(text).replaceAll(MARK);
    }
    if (text.contains("eyJ")) {
      text = WEB_TOKEN.matcher(text).replaceAll("$1" + MARK);
    }
    if (text.indexOf('@') >= 0) {
      text = Logins.without(text);
      if (text.contains("@tcp(") || text.contains("@unix(")) {
        text = Logins.withoutInDataSources(text);
      }
    }
    if (TellingWords.areIn(text)) {
      text = named(text);
    }
    if (text.indexOf('&') >= 0 || text.indexOf('?') >= 0) {
      text = SIGNED.matcher(text).replaceAll("$1" + MARK);
    }
    if (text.contains("k3s") && text.contains("-t")) {
      text = withoutJoinFlags(text);
    }
    return mayHoldCloudKey(text) ? CLOUD_KEY.matcher(text).replaceAll(MARK) : text;
  }

  private static String withoutJoinFlags(String text) {
    Matcher k3s = K3S.matcher(text);
    if (!k3s.find()) {
      return text;
    }
    Matcher flags = JOIN_FLAG.matcher(text.substring(k3s.end()));
    return text.substring(0, k3s.end()) + flags.replaceAll("$1" + MARK);
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
    if (text.indexOf('{') >= 0) {
      Braces braces = new Braces(text);
      text = FIELD.matcher(text).replaceAll(m -> braces.areOpen(m.end(1)) ? ifSecret(m) : same(m));
    }
    return TOLD.matcher(text).replaceAll(m -> told(m));
  }

  private static String quotedPair(MatchResult pair) {
    String all = pair.group();
    String kept = all.substring(0, all.length() - pair.group(3).length());
    return Matcher.quoteReplacement(
        SecretName.is(pair.group(2)) ? kept + SecretValue.of(pair.group(3)) : all);
  }

  /** Group 1 is all before the value, 2 its name, 3 the value. */
  private static String ifSecret(MatchResult found) {
    String value = found.group(3);
    boolean keep =
        !SecretName.is(found.group(2)) || isOfSentence(value) || SecretValue.isBoolean(value);
    return Matcher.quoteReplacement(keep ? found.group() : found.group(1) + SecretValue.of(value));
  }

  private static boolean isOfSentence(String value) {
    return SENTENCE.contains(value.endsWith(",") ? value.substring(0, value.length() - 1) : value);
  }

  /** After a colon in prose comes a reason more often than a secret: plain words stay. */
  private static String told(MatchResult found) {
    String value = found.group(2);
    boolean prose = value.matches("[A-Za-z]?[a-z]{0,14}[.:]?") || value.startsWith("http");
    return prose ? same(found) : Matcher.quoteReplacement(found.group(1) + SecretValue.of(value));
  }

  private static String same(MatchResult found) {
    return Matcher.quoteReplacement(found.group());
  }

  /** Where braces are open. Asked from left to right, so that a line is counted through once. */
  private static final class Braces {
    private final String text;
    private int counted;
    private int depth;

    Braces(String text) {
      this.text = text;
    }

    boolean areOpen(int place) {
      for (; counted < place; counted++) {
        char c = text.charAt(counted);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      return depth > 0;
    }
  }
}
