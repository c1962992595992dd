package io.kwhy.bundle.redaction;

import java.util.List;

/** Names of settings, variables and fields, as far as they tell that a value is secret. */
final class SecretName {
  /** How such names end, in lower case, without dashes, dots and underscores. */
  private static final List<String> ENDINGS =
      List.of(
          "token",
          "secret",
          "password",
          "passwd",
          "passphrase",
          "secretkey",
          "accesskey",
          "accesskeyid",
          "apikey",
          "privatekey",
          "encryptionkey",
          "keydata",
          "credential",
          "credentials",
          "vpnauth",
          "joinkey",
          "authkey",
          "psk",
          "cookie");

  /** The same by their last letter. */
  private static final String[][] BY_LETTER = byLetter();

  /** Objects of Kubernetes that are called so, not what they hold. */
  private static final List<String> REFERENCES = List.of("pullsecret", "authsecret", "tlssecret");

  private SecretName() {}

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
        return true;
      }
    }
    return false;
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
              .filter(ending -> ending.charAt(ending.length() - 1) == small)
              .toArray(String[]::new);
    }
    return all;
  }
}
