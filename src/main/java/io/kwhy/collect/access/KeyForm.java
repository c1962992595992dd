package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.CertUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a private key is for. The library takes from the first line of its text whether it is one of
 * RSA or of an elliptic curve, and holds each in the form of PKCS #8, whose first line does not say
 * it, for one of RSA.
 */
final class KeyForm {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /** The object identifier 1.2.840.10045.2.1, id-ecPublicKey of RFC 5480, as DER has it. */
  private static final String ELLIPTIC_CURVE =
      new String(
          new byte[] {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1},
          StandardCharsets.ISO_8859_1);

  /** 1.3.101.112, id-Ed25519 of RFC 8410, after the version that begins a key. */
  private static final String ED25519 =
      new String(
          new byte[] {2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70}, StandardCharsets.ISO_8859_1);

  /** What the JDK calls keys of RFC 8032, of which the library knows nothing. */
  static final String EDWARDS = "EdDSA";

  private KeyForm() {}

  /** The algorithm of the key that a configuration has, in the library's words. */
  static String of(Config config) {
    String text = text(config);
    String der = new String(unpacked(text), StandardCharsets.ISO_8859_1);
    if (der.contains(ED25519)) {
      return EDWARDS;
    }
    boolean curve = text.contains("BEGIN EC PRIVATE KEY") || der.contains(ELLIPTIC_CURVE);
    return curve ? "EC" : "RSA";
  }

  /** A key in the form of PKCS #8; nothing where there is none. */
  static byte[] unpacked(Config config) {
    return unpacked(text(config));
  }

  /** {@code ""} where there is none that can be read: who opens it will say so. */
  private static String text(Config config) {
    String data = config.getClientKeyData();
    String file = config.getClientKeyFile();
    if (data == null && file == null) {
      return "";
    }
    try {
      byte[] text = CertUtils.getInputStreamFromDataOrFile(data, file).readAllBytes();
      return new String(text, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static byte[] unpacked(String text) {
    Matcher key = PKCS8.matcher(text);
    return key.find() ? Base64.getMimeDecoder().decode(key.group(1)) : new byte[0];
  }
}
