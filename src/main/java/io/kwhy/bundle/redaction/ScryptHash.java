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

  /** k3s uses 2^15, 8, 1, which takes 32 MiB; a bundle may not ask for much more than that. */
  private static final int MAX_LOG_N = 18;

  private static final int MAX_BLOCK_SIZE = 16;
  private static final int MAX_PARALLEL = 4;

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
    int logN = Integer.parseInt(parts[2]);
    int blockSize = Integer.parseInt(parts[3]);
    int parallel = Integer.parseInt(parts[4]);
    if (logN < 1
        || logN > MAX_LOG_N
        || blockSize < 1
        || blockSize > MAX_BLOCK_SIZE
        || parallel < 1
        || parallel > MAX_PARALLEL) {
      throw new IllegalArgumentException(
          "expected scrypt parameters near 15:8:1, found "
              + logN
              + ":"
              + blockSize
              + ":"
              + parallel);
    }
    byte[] salt = HexFormat.of().parseHex(parts[1]);
    byte[] key = Base64.getDecoder().decode(parts[5]);
    if (key.length == 0) {
      throw new IllegalArgumentException("expected a key at the end of the hash");
    }
    return new ScryptHash(salt, logN, blockSize, parallel, key);
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
