package io.kwhy.rule.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a sequence of parts; where one part ends matters. */
public final class ContentHash {
  private final MessageDigest digest;

  /** A hash of no parts yet. */
  public ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The same hash with another part. */
  public ContentHash add(String part) {
    return add(part.getBytes(UTF_8));
  }

  /** The same hash with another part. */
  public ContentHash add(byte[] part) {
    digest.update((part.length + ":").getBytes(UTF_8));
    digest.update(part);
    return this;
  }

  /** Lower-case hexadecimal digits; resets the hash. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
