package io.kwhy.collect.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
  @ParameterizedTest
  @CsvSource({"EC, SHA256withECDSA", "RSA, SHA256withRSA", "Ed25519, Ed25519"})
  void key_in_the_common_form_signs(String kind, String signature) throws Exception {
    KeyPair pair = pair(kind);

    assertSigns(
        pair, PrivateKeys.read(pem("PRIVATE KEY", pair.getPrivate().getEncoded())), signature);
  }

  @Test
  void key_on_a_curve_in_its_own_form_signs_as_k3s_writes_it() throws Exception {
    // What openssl and Go write: the curve and the public key stand beside the private one.
    KeyPair pair = pair("EC");
    byte[] common = pair.getPrivate().getEncoded();
    byte[] secret = Arrays.copyOfRange(common, common.length - 32, common.length);
    byte[] curve = {6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
    byte[] point = pair.getPublic().getEncoded();
    byte[] own =
        tagged(
            0x30,
            new byte[] {2, 1, 1},
            tagged(4, secret),
            tagged(0xa0, curve),
            tagged(
                0xa1,
                tagged(
                    3,
                    new byte[] {0},
                    Arrays.copyOfRange(point, point.length - 65, point.length))));

    String parameters = pem("EC PARAMETERS", curve);
    assertSigns(pair, PrivateKeys.read(parameters + pem("EC PRIVATE KEY", own)), "SHA256withECDSA");
  }

  @Test
  void rsa_key_in_its_own_form_signs() throws Exception {
    KeyPair pair = pair("RSA");
    byte[] common = pair.getPrivate().getEncoded();
    byte[] own = Arrays.copyOfRange(common, 26, common.length);

    assertSigns(pair, PrivateKeys.read(pem("RSA PRIVATE KEY", own)), "SHA256withRSA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a secret that is no key",
        "-----BEGIN PRIVATE KEY-----\nYSBzZWNyZXQ=\n-----END PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nYSBzZWNyZXQ=\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nYSBz",
        "-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----\n"
      })
  void what_is_no_key_is_not_told(String text) {
    assertThatThrownBy(() -> PrivateKeys.read(text))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageNotContaining("secret");
  }

  private static KeyPair pair(String kind) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (kind.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair();
  }

  private static void assertSigns(KeyPair pair, PrivateKey key, String algorithm)
      throws GeneralSecurityException {
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(pair.getPublic());
    signature.update(text);
    assertThat(signature.verify(signed)).isTrue();
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind);
  }

  /** Short parts only. */
  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    all.write(content.size());
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
