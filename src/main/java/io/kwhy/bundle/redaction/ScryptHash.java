package io.kwhy.bundle.redaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * The hash in a node-password Secret: {@code $1:<salt>:<log2 N>:<r>:<p>:<key>}, salt in hex, key in
 * base64 without padding.
 *
 * @see <a href="https://github.com/k3s-io/k3s/blob/master/pkg/authenticator/hash/scrypt.go">k3s:
 *     scrypt.go</a>
 */
public final class ScryptHash {
  private static final String VERSION = "$1";

  /** k3s uses 2^15, 8, 1. */
  private static final int MAX_LOG_N = 18;

  private static final int MAX_BLOCK_SIZE = 16;
  private static final int MAX_PARALLEL = 4;

  /** Of 128 bytes, 64 MiB: k3s needs half, and several hashes may be tried at once. */
  private static final long MAX_BLOCKS = 1 << 19;

  private final byte[] salt;
  private final int logN;
  private final int blockSize;
  private final int parallel;
  private final byte[] key;

  private ScryptHash(byte[] salt, int logN, int blockSize, int parallel, byte[] key) {
    this.salt = salt;
    this.logN = logN;
    this.blockSize = blockSize;
    this.parallel = parallel;
    this.key = key;
  }

  /**
   * Takes a hash apart.
   *
   * @throws IllegalArgumentException with what was expected, never with the hash
   */
  public static ScryptHash parse(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length != 6 || !parts[0].equals(VERSION)) {
      throw new IllegalArgumentException("expected a hash $1:salt:N:r:p:key");
    }
    int logN = number(parts[2]);
    int blockSize = number(parts[3]);
    int parallel = number(parts[4]);
    if (logN < 1
        || logN > MAX_LOG_N
        || blockSize < 1
        || blockSize > MAX_BLOCK_SIZE
        || parallel < 1
        || parallel > MAX_PARALLEL
        || (long) blockSize << logN > MAX_BLOCKS) {
      throw new IllegalArgumentException(
          "expected scrypt parameters near 15:8:1, found "
              + logN
              + ":"
              + blockSize
              + ":"
              + parallel);
    }
    return new ScryptHash(salt(parts[1]), logN, blockSize, parallel, key(parts[5]));
  }

  // What Java says of a text that is no number, hex or base64 quotes from it.

  private static int number(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException("expected numbers for scrypt's parameters");
    }
    return Integer.parseInt(text);
  }

  private static byte[] salt(String text) {
    if (text.length() % 2 != 0 || !text.matches("[0-9a-fA-F]+")) {
      throw new IllegalArgumentException("expected a salt in hex digits");
    }
    return HexFormat.of().parseHex(text);
  }

  private static byte[] key(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length > 0) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // told below, without what stands there
    }
    throw new IllegalArgumentException("expected a key in base64 at the end of the hash");
  }

  /** Whether a hash was made of that password; see {@link #parse} and {@link #accepts}. */
  public static boolean accepts(String hash, String password) {
    return parse(hash).accepts(password);
  }

  /** Whether it was made of that password; takes a tenth of a second. */
  public boolean accepts(String password) {
    byte[] derived =
        SCrypt.generate(
            password.getBytes(StandardCharsets.UTF_8),
            salt,
            1 << logN,
            blockSize,
            parallel,
            key.length);
    return MessageDigest.isEqual(derived, key);
  }
}
