package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.internal.tls.OkHostnameVerifier;

/** Speaks HTTP with an API, as a configuration says. */
public final class Client implements AutoCloseable {
  /**
   * Where the library looks for authorities beside those of a kubeconfig. As kubectl has it, where
   * a kubeconfig names some no others are trusted.
   */
  private static final String AUTHORITIES = "javax.net.ssl.trustStore";

  /**
   * How often the JDK hashes the password of a store of keys. The library makes one to hand a key
   * on within the memory of this process, with a password that all know.
   */
  private static final String ITERATIONS = "keystore.pkcs12.keyPbeIterationCount";

  /**
   * Without the optimising compiler the JDK decrypts AES some five times slower than ChaCha20,
   * which servers of Go take where a client would rather have it.
   */
  private static final ConnectionSpec QUICK =
      new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS).cipherSuites(quickFirst()).build();

  private final String server;
  private final HttpClient http;

  /**
   * @throws NoClusterException if what there is to log in with is no good
   */
  public Client(Config config) throws NoClusterException {
    System.setProperty(ITERATIONS, "1");
    if (config.getCaCertData() != null || config.getCaCertFile() != null) {
      System.setProperty(AUTHORITIES, "NONE");
    }
    String url = config.getMasterUrl();
    this.server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    try {
      HttpClient.Factory factory = new Factory(config);
      HttpClient.Builder builder =
          EdwardsLogin.isWanted(config)
              ? EdwardsLogin.builder(factory, config)
              : factory.newBuilder(config);
      this.http = builder.build();
    } catch (KubernetesClientException | GeneralSecurityException | IOException e) {
      // The library's message may quote a key.
      throw new NoClusterException(
          "cluster " + server + ": expected certificates and a key, found others");
    }
  }

  /** The library's client of OkHttp reads the name that a server has in TLS, and passes it over. */
  private static final class Factory extends OkHttpClientFactory {
    private final String name;

    Factory(Config config) {
      this.name = config.getTlsServerName() == null ? "" : config.getTlsServerName();
    }

    @Override
    protected void additionalConfig(OkHttpClient.Builder builder) {
      builder.connectionSpecs(List.of(QUICK, ConnectionSpec.CLEARTEXT));
      if (!name.isEmpty()) {
        builder.hostnameVerifier(
            (host, session) -> OkHostnameVerifier.INSTANCE.verify(name, session));
      }
    }
  }

  private static CipherSuite[] quickFirst() {
    return ConnectionSpec.MODERN_TLS.cipherSuites().stream()
        .sorted(Comparator.comparing(suite -> !suite.javaName().contains("CHACHA20")))
        .toArray(CipherSuite[]::new);
  }

  /** The library's own, to send requests. */
  public HttpClient http() {
    return http;
  }

  /**
   * A request.
   *
   * @param path begins with a slash
   */
  public HttpRequest.Builder request(String path) {
    return http.newHttpRequestBuilder().uri(server + path);
  }

  /** Where the API is. */
  public String server() {
    return server;
  }

  @Override
  public void close() {
    http.close();
  }
}
