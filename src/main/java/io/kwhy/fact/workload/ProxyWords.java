package io.kwhy.fact.workload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Go's HTTP client says of a proxy that it cannot talk to. */
public final class ProxyWords {
  private static final Pattern FAILED =
      Pattern.compile(
          "proxyconnect tcp: (?<answer>(?:dial tcp:? (?:lookup )?(?<dialled>[^ ]+?)(?: on [^ ]+)?: )?[^\\n]+)");

  /** A proxy's answer to CONNECT: the words of its status without its number. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "https://[^\\s\"]+\"?: (Forbidden|Proxy Authentication Required|AuthRequired|Bad Gateway|Service Unavailable|Gateway Time-?out|Method Not Allowed)(?![A-Za-z])");

  private ProxyWords() {}

  static String dialled(String message) {
    Matcher failed = FAILED.matcher(message);
    return failed.find() && failed.group("dialled") != null ? failed.group("dialled") : "";
  }

  static String answer(String message) {
    Matcher failed = FAILED.matcher(message);
    return failed.find() ? failed.group("answer").replaceFirst("[\\\\\"]+$", "") : "";
  }

  /** What a proxy answered that was reached and gave no connection; {@code ""} where none did. */
  public static String refusal(String message) {
    Matcher refused = REFUSED.matcher(message);
    return refused.find() ? refused.group(1) : "";
  }
}
