package io.kwhy.collect.access;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.internal.tls.OkHostnameVerifier;

/** Speaks HTTP with an API, as a login says. */
public final class Client implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int PROXY_PORT = 8080;

  private final Login login;
  private final HttpClient http;

  /**
   * @throws NoClusterException if what there is to log in with is no good
   */
  public Client(Login login) throws NoClusterException {
    this.login = login;
    try {
      HttpClient.Factory factory = new Factory(login.trust());
      HttpClient.Builder builder = factory.newBuilder();
      builder.connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
      builder.followAllRedirects();
      // Ours respect Retry-After, and end.
      builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
      builder.sslContext(Tls.keys(login.keys()), Tls.trust(login));
      proxy(builder);
      this.http = builder.build();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      // The library's message may quote a key.
      throw new NoClusterException(
          "cluster " + login.server() + ": expected certificates and a key, found others");
    }
  }

  /** What the library leaves to its caller. */
  private static final class Factory extends OkHttpClientFactory {
    private final Login.Trust trust;

    Factory(Login.Trust trust) {
      this.trust = trust;
    }

    @Override
    protected void additionalConfig(OkHttpClient.Builder builder) {
      builder.readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO);
      if (trust.anybody()) {
        builder.hostnameVerifier((host, session) -> true);
      } else if (!trust.name().isEmpty()) {
        builder.hostnameVerifier(
            (host, session) -> OkHostnameVerifier.INSTANCE.verify(trust.name(), session));
      }
    }
  }

  private void proxy(HttpClient.Builder builder) throws NoClusterException {
    if (login.proxy().isEmpty()) {
      builder.proxyType(HttpClient.ProxyType.DIRECT);
      return;
    }
    String text = login.proxy().contains("://") ? login.proxy() : "http://" + login.proxy();
    URI uri = parsed(text);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !scheme.matches("http|socks5h?")) {
      throw new NoClusterException(
          "cluster "
              + login.server()
              + ": expected a proxy as in http://192.0.2.1:8080 or socks5://192.0.2.1:1080, found another");
    }
    int port = uri.getPort() < 0 ? PROXY_PORT : uri.getPort();
    builder
        .proxyType(scheme.equals("http") ? HttpClient.ProxyType.HTTP : HttpClient.ProxyType.SOCKS5)
        .proxyAddress(new InetSocketAddress(uri.getHost(), port));
    if (uri.getUserInfo() != null) {
      byte[] both = uri.getUserInfo().getBytes(StandardCharsets.UTF_8);
      builder.proxyAuthorization("Basic " + Base64.getEncoder().encodeToString(both));
    }
  }

  private static URI parsed(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return URI.create("none:none");
    }
  }

  /** The library's own, to send requests. */
  public HttpClient http() {
    return http;
  }

  /**
   * A request that says who asks.
   *
   * @param path begins with a slash
   */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        http.newHttpRequestBuilder().uri(login.server() + path).header("User-Agent", "kwhy");
    login.headers().forEach(header -> request.header(header.name(), header.value()));
    return request;
  }

  /** Where the API is. */
  public String server() {
    return login.server();
  }

  @Override
  public void close() {
    http.close();
  }
}
