package io.kwhy.bundle;

import java.util.List;
import java.util.Locale;

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
          "registrytoken",
          "identitytoken",
          "psk",
          "cookie");

  /** Objects of Kubernetes that are called so, not what they hold. */
  private static final List<String> REFERENCES = List.of("pullsecret", "authsecret", "tlssecret");

  private SecretName() {}

  static boolean is(String name) {
    String plain = plain(name);
    if (REFERENCES.stream().anyMatch(plain::endsWith)) {
      return false;
    }
    // Registries' logins; names such as kubernetes.io/basic-auth are types.
    return plain.equals("auth") || ENDINGS.stream().anyMatch(plain::endsWith);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '-' && c != '_' && c != '.') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
