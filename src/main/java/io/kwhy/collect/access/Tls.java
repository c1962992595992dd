package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom to trust and what to show. Where a login names its authorities, no others are trusted, as
 * kubectl has it, and those of the host are not even read, which takes a twentieth of a second.
 */
final class Tls {
  private Tls() {}

  static TrustManager[] trust(Login login) throws GeneralSecurityException, IOException {
    Login.Trust trust = login.trust();
    if (trust.anybody()) {
      return SSLUtils.trustManagers("", "", /* isTrustCerts= */ true, "", "");
    }
    boolean plain = login.server().regionMatches(true, 0, "http:", 0, 5);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trust.authorities().isEmpty() && !plain ? null : store(trust.authorities()));
    return factory.getTrustManagers();
  }

  private static KeyStore store(String authorities) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    List<X509Certificate> certificates = certificates(authorities);
    for (X509Certificate each : certificates) {
      store.setCertificateEntry("ca-" + store.size(), each);
    }
    if (certificates.isEmpty() && !authorities.isBlank()) {
      throw new GeneralSecurityException("expected certificates, found none");
    }
    return store;
  }

  private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  static KeyManager[] keys(Login.Keys keys) throws GeneralSecurityException {
    return keys.certificate().isEmpty()
        ? new KeyManager[0]
        : new KeyManager[] {
          new OneKey(certificates(keys.certificate()), PrivateKeys.read(keys.key()))
        };
  }
}
