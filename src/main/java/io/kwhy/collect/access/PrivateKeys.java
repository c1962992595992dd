package io.kwhy.collect.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * Private keys as PEM: in the form that holds all kinds (PKCS #8), or in an own one, as k3s has
 * them for keys on elliptic curves; those become the first by what is put around them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915: Elliptic Curve Private Key
 *     Structure</a>
 */
final class PrivateKeys {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 4;
  private static final int PARAMETERS = 0xa0;
  private static final byte[] VERSION = {2, 1, 0};
  private static final byte[] ELLIPTIC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
  private static final byte[] RSA = {
    6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  private PrivateKeys() {}

  /**
   * The key of a text.
   *
   * @throws GeneralSecurityException if there is none; it does not tell what there is instead
   */
  static PrivateKey read(String pem) throws GeneralSecurityException {
    for (String kind : List.of("EC ", "RSA ", "")) {
      String begin = "-----BEGIN " + kind + "PRIVATE KEY-----";
      int start = pem.indexOf(begin);
      int end = pem.indexOf("-----END", Math.max(start, 0));
      if (start >= 0 && end >= 0) {
        byte[] content = Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
        return switch (kind) {
          case "EC " -> key("EC", around(content, ELLIPTIC, curve(content)));
          case "RSA " -> key("RSA", around(content, RSA));
          default -> any(content);
        };
      }
    }
    throw new InvalidKeySpecException("expected a private key, found none");
  }

  private static PrivateKey any(byte[] content) throws GeneralSecurityException {
    for (String algorithm : List.of("EC", "RSA")) {
      try {
        return key(algorithm, content);
      } catch (InvalidKeySpecException e) {
        // One of another kind.
      }
    }
    return key("EdDSA", content);
  }

  private static PrivateKey key(String algorithm, byte[] content) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content));
  }

  private static byte[] around(byte[] key, byte[]... algorithm) {
    return tagged(SEQUENCE, VERSION, tagged(SEQUENCE, algorithm), tagged(OCTETS, key));
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    if (content.size() >= 0x100) {
      all.write(0x82);
      all.write(content.size() >> 8);
    } else if (content.size() >= 0x80) {
      all.write(0x81);
    }
    all.write(content.size());
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  /** The name of the curve, which is among the parameters. */
  private static byte[] curve(byte[] key) throws InvalidKeySpecException {
    try {
      ByteBuffer all = ByteBuffer.wrap(key);
      all.get();
      length(all);
      all.position(all.position() + VERSION.length);
      while (all.hasRemaining()) {
        int tag = all.get() & 0xff;
        byte[] value = new byte[length(all)];
        all.get(value);
        if (tag == PARAMETERS) {
          return value;
        }
      }
    } catch (RuntimeException e) {
      throw new InvalidKeySpecException("expected a key on an elliptic curve, found another");
    }
    throw new InvalidKeySpecException("expected a key that names its curve, found another");
  }

  private static int length(ByteBuffer at) {
    int first = at.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int more = first & 0x7f; more > 0; more--) {
      length = (length << 8) | (at.get() & 0xff);
    }
    return length;
  }
}
