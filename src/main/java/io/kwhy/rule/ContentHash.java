package io.kwhy.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a sequence of parts; where one part ends matters. */
final class ContentHash {
  private final MessageDigest digest;

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  ContentHash add(String part) {
    return add(part.getBytes(UTF_8));
  }

  ContentHash add(byte[] part) {
    digest.update((part.length + ":").getBytes(UTF_8));
    digest.update(part);
    return this;
  }

  /** Lower-case hexadecimal digits; resets the hash. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
