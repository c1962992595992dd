package io.kwhy.parse.k3s;

import io.kwhy.fact.Origin;
import io.kwhy.fact.node.JoinToken;
import java.util.regex.Pattern;

/**
 * The forms of join tokens.
 *
 * @see <a href="https://docs.k3s.io/cli/token#token-format">k3s: token format</a>
 */
final class Tokens {
  private static final String PREFIX = "K10";
  private static final int HASH_LENGTH = 64;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]*");
  private static final Pattern BOOTSTRAP = Pattern.compile("[a-z0-9]{6}\\.[a-z0-9]{16}");

  /**
   * How collectors blank out a secret, {@code <redacted>}, {@code ***}, {@code [REDACTED]}, and
   * what a unit's command has of it where a variable does: {@code ${TOKEN}}.
   */
  private static final Pattern REDACTED =
      Pattern.compile(
          "<[^>]*>|\\*{3,}|\\[?(?i:redacted|hidden|removed)]?|x{3,}|X{3,}|\\$\\{?\\w+}?");

  private Tokens() {}

  static JoinToken form(String node, String key, String token, Origin origin) {
    if (REDACTED.matcher(token).matches()) {
      return new JoinToken(node, key, "redacted", "", "", "", origin);
    }
    if (token.isBlank()) {
      return malformed(node, key, "is empty", origin);
    }
    if (BOOTSTRAP.matcher(token).matches()) {
      return new JoinToken(node, key, "bootstrap", "", "", "", origin);
    }
    if (!token.startsWith(PREFIX)) {
      return new JoinToken(node, key, "short", "", "", "", origin);
    }
    return secure(node, key, token.substring(PREFIX.length()), origin);
  }

  private static JoinToken secure(String node, String key, String rest, Origin origin) {
    int split = rest.indexOf("::");
    if (REDACTED.matcher(split < 0 ? rest : rest.substring(0, split)).find()) {
      // What was blanked may have been as long as it has to be.
      return new JoinToken(node, key, "redacted", "", "", "", origin);
    }
    if (split < 0) {
      return malformed(
          node,
          key,
          "begins with K10 but has no \"::\" after the CA hash ("
              + rest.length()
              + " characters follow); it is cut short",
          origin);
    }
    String hash = rest.substring(0, split);
    String credentials = rest.substring(split + 2);
    if (!hash.isEmpty() && (hash.length() != HASH_LENGTH || !HEX.matcher(hash).matches())) {
      return malformed(
          node,
          key,
          "has a CA hash of " + hash.length() + " characters, expected 64 hex digits",
          origin);
    }
    if (BOOTSTRAP.matcher(credentials).matches()) {
      return new JoinToken(node, key, "bootstrap", hash, "", "", origin);
    }
    int colon = credentials.indexOf(':');
    String user = colon < 0 ? "" : credentials.substring(0, colon);
    boolean blanked = REDACTED.matcher(credentials.substring(colon + 1)).matches();
    if (!blanked && (colon < 0 || colon == credentials.length() - 1)) {
      return malformed(node, key, "has no password after its CA hash; it is cut short", origin);
    }
    return new JoinToken(node, key, hash.isEmpty() ? "short" : "secure", hash, user, "", origin);
  }

  private static JoinToken malformed(String node, String key, String problem, Origin origin) {
    return new JoinToken(node, key, "malformed", "", "", problem, origin);
  }
}
