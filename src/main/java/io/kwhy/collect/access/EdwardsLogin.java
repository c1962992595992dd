package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.internal.CertUtils;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * Logs in with a key of Ed25519, which kubectl and API servers take and the JDK knows; the library
 * reads keys of RSA and of elliptic curves only.
 */
final class EdwardsLogin {
  private EdwardsLogin() {}

  static boolean isWanted(Config config) {
    return KeyForm.EDWARDS.equals(config.getClientKeyAlgo());
  }

  /** A client's builder with the key of a configuration. */
  static HttpClient.Builder builder(HttpClient.Factory factory, Config config)
      throws GeneralSecurityException, IOException {
    Config without =
        new ConfigBuilder(config)
            .withClientCertData(null)
            .withClientCertFile(null)
            .withClientKeyData(null)
            .withClientKeyFile(null)
            .build();
    return factory.newBuilder(without).sslContext(keys(config), SSLUtils.trustManagers(without));
  }

  private static KeyManager[] keys(Config config) throws GeneralSecurityException, IOException {
    PrivateKey key =
        KeyFactory.getInstance(KeyForm.EDWARDS)
            .generatePrivate(new PKCS8EncodedKeySpec(KeyForm.unpacked(config)));
    char[] password = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("login", key, password, certificates(config));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, password);
    return keys.getKeyManagers();
  }

  private static Certificate[] certificates(Config config)
      throws GeneralSecurityException, IOException {
    try (InputStream in =
        CertUtils.getInputStreamFromDataOrFile(
            config.getClientCertData(), config.getClientCertFile())) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .toArray(Certificate[]::new);
    }
  }
}
