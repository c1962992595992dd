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

  private KeyForm() {}

  /** The algorithm of the key that a configuration has, in the library's words. */
  static String of(Config config) {
    String text = text(config);
    boolean curve = text.contains("BEGIN EC PRIVATE KEY") || isOfEllipticCurve(text);
    return curve ? "EC" : "RSA";
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

  private static boolean isOfEllipticCurve(String text) {
    Matcher key = PKCS8.matcher(text);
    if (!key.find()) {
      return false;
    }
    byte[] der = Base64.getMimeDecoder().decode(key.group(1));
    return new String(der, StandardCharsets.ISO_8859_1).contains(ELLIPTIC_CURVE);
  }
}
