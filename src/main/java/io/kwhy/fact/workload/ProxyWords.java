package io.kwhy.fact.workload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Go's HTTP client says of a proxy that it cannot talk to. */
final class ProxyWords {
  private static final Pattern FAILED =
      Pattern.compile(
          "proxyconnect tcp: (?<answer>(?:dial tcp:? (?:lookup )?(?<dialled>[^ ]+?)(?: on [^ ]+)?: )?[^\\n]+)");

  private ProxyWords() {}

  static String dialled(String message) {
    Matcher failed = FAILED.matcher(message);
    return failed.find() && failed.group("dialled") != null ? failed.group("dialled") : "";
  }

  static String answer(String message) {
    Matcher failed = FAILED.matcher(message);
    return failed.find() ? failed.group("answer").replaceFirst("[\\\\\"]+$", "") : "";
  }
}
