package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import okhttp3.OkHttpClient;
import okhttp3.internal.tls.OkHostnameVerifier;

/** Speaks HTTP with an API, as a configuration says. */
public final class Client implements AutoCloseable {
  private final String server;
  private final HttpClient http;

  /**
   * @throws NoClusterException if what there is to log in with is no good
   */
  public Client(Config config) throws NoClusterException {
    String url = config.getMasterUrl();
    this.server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    try {
      HttpClient.Factory factory = new Factory(config);
      this.http = factory.newBuilder(config).build();
    } catch (KubernetesClientException e) {
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
      if (!name.isEmpty()) {
        builder.hostnameVerifier(
            (host, session) -> OkHostnameVerifier.INSTANCE.verify(name, session));
      }
    }
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
