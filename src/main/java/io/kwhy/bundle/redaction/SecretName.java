package io.kwhy.bundle.redaction;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names of settings, variables and fields, as far as they tell that a value is secret. All who look
 * for secrets, here and on hosts, take their words from this one list.
 */
public final class SecretName {
  /**
   * How such names end, in lower case; at a hyphen there may be one, a dot, an underscore or
   * nothing.
   */
  private static final List<String> ENDINGS =
      List.of(
          "token",
          "secret",
          "password",
          "passwd",
          "passphrase",
          "pass",
          "pwd",
          "secret-key",
          "secret-key-base",
          "access-key",
          "access-key-id",
          "api-key",
          "app-key",
          "account-key",
          "private-key",
          "shared-key",
          "encryption-key",
          "signing-key",
          "master-key",
          "license-key",
          "hmac-key",
          "fastopen-key",
          "key-data",
          "credential",
          "credentials",
          "vpn-auth",
          "join-key",
          "auth-key",
          "psk",
          "cookie");

  /** The same without hyphens, by their last letter. */
  private static final String[][] BY_LETTER = byLetter();

  /** Words that end so and mean something else. */
  private static final List<String> OTHERS =
      List.of("bypass", "compass", "trespass", "surpass", "overpass", "underpass", "oldpwd");

  /** The working directory, as a shell calls it. */
  private static final String DIRECTORY = "PWD";

  /** What announces a secret without being the end of a name. */
  private static final List<String> HEADERS = List.of("auth", "bearer");

  /** Objects of Kubernetes that are called so, not what they hold. */
  private static final List<String> REFERENCES = List.of("pullsecret", "authsecret", "tlssecret");

  private SecretName() {}

  /**
   * How names of secrets end, in lower case, with a hyphen where there may be one or another mark.
   */
  public static List<String> endings() {
    return ENDINGS;
  }

  /** Short words of which each name of a secret has one in it, and each header that holds one. */
  static List<String> traces() {
    List<String> shortest =
        Stream.concat(ENDINGS.stream().map(SecretName::shortestPart), HEADERS.stream())
            .distinct()
            .toList();
    return shortest.stream()
        .filter(word -> shortest.stream().noneMatch(it -> !it.equals(word) && word.contains(it)))
        .toList();
  }

  private static String shortestPart(String ending) {
    return Stream.of(ending.split("-", -1))
        .filter(part -> part.length() > 2)
        .reduce((first, second) -> first.length() < second.length() ? first : second)
        .orElse(ending);
  }

  /** Asked for each text of a cluster: it makes nothing on the way. */
  static boolean is(String name) {
    // Registries' logins; names such as kubernetes.io/basic-auth are types.
    return endsLikeOne(name, name.length())
        ? !isReference(name)
        : endsWith(name, name.length(), "auth") == 0;
  }

  /**
   * Whether a name that ends at a place in a text does so like a secret's, also one that only
   * refers to a secret: for those who rather blank too much.
   */
  static boolean endsLikeOne(String text, int end) {
    int last = before(text, end);
    if (last < 0 || text.charAt(last) >= BY_LETTER.length) {
      return false;
    }
    for (String ending : BY_LETTER[text.charAt(last)]) {
      if (endsWith(text, end, ending) >= 0) {
        return !isOther(text, end);
      }
    }
    return false;
  }

  /** Few names get here. */
  private static boolean isOther(String text, int end) {
    return OTHERS.stream().anyMatch(other -> endsWith(text, end, other) >= 0)
        || (text.startsWith(DIRECTORY, end - DIRECTORY.length())
            && (end == DIRECTORY.length()
                || " \t".indexOf(text.charAt(end - DIRECTORY.length() - 1)) >= 0));
  }

  private static boolean isReference(String name) {
    return REFERENCES.stream().anyMatch(reference -> endsWith(name, name.length(), reference) >= 0);
  }

  /** How much is left before that ending, dashes and the like left out; -1 without. */
  private static int endsWith(String name, int end, String ending) {
    int at = before(name, end);
    for (int i = ending.length() - 1; i >= 0; i--) {
      if (at < 0 || Character.toLowerCase(name.charAt(at)) != ending.charAt(i)) {
        return -1;
      }
      at = before(name, at);
    }
    return at + 1;
  }

  /** The place of the last letter before another place; -1 if there is none. */
  private static int before(String name, int place) {
    int at = place - 1;
    while (at >= 0 && "-_.".indexOf(name.charAt(at)) >= 0) {
      at--;
    }
    return at;
  }

  private static String[][] byLetter() {
    String[][] all = new String[128][];
    for (char letter = 0; letter < all.length; letter++) {
      char small = Character.toLowerCase(letter);
      all[letter] =
          ENDINGS.stream()
              .map(ending -> ending.replace("-", ""))
              .filter(ending -> ending.charAt(ending.length() - 1) == small)
              .toArray(String[]::new);
    }
    return all;
  }
}
