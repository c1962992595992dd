package io.kwhy.bundle.redaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands for a node password, on its host and wherever a bundle is read: equal passwords have
 * equal ones, and nothing leads back. The script {@code look.sh} makes the same on a host.
 */
public final class PasswordFingerprint {
  /** Half of a digest's first word: enough to tell two passwords apart, nothing to guess from. */
  private static final int BYTES = 4;

  private PasswordFingerprint() {}

  /** Eight hexadecimal digits. */
  public static String of(String password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
