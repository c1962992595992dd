package io.kwhy.collect.access;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * One certificate and its key, for any server that asks. The JDK's own manager takes a key store,
 * which locks a key up and unlocks it again, by some ten thousand rounds each.
 */
final class OneKey extends X509ExtendedKeyManager {
  private static final String NAME = "key";

  private final List<X509Certificate> chain;
  private final PrivateKey key;

  OneKey(List<X509Certificate> chain, PrivateKey key) {
    this.chain = List.copyOf(chain);
    this.key = key;
  }

  @Override
  public String[] getClientAliases(String kind, Principal[] issuers) {
    return kind.equals(key.getAlgorithm()) ? new String[] {NAME} : null;
  }

  @Override
  public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
    return List.of(kinds).contains(key.getAlgorithm()) ? NAME : null;
  }

  @Override
  public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine engine) {
    return chooseClientAlias(kinds, issuers, null);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return chain.toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }

  @Override
  public String[] getServerAliases(String kind, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
    return null;
  }
}
