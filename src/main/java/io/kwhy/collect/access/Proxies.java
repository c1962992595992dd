package io.kwhy.collect.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Proxies that the environment names, and for whom, in the words of Go, which kubectl is written
 * in. The client's library reads upper case only, and gives up where it does not know a pattern.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">Go: httpproxy</a>
 */
record Proxies(String https, String http, List<String> not) {
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "socks5", 1080, "socks5h", 1080);

  static Proxies of(Map<String, String> environment) {
    return new Proxies(
        either(environment, "HTTPS_PROXY"),
        either(environment, "HTTP_PROXY"),
        List.of(either(environment, "NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+", -1)));
  }

  private static String either(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name, "");
    return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
  }

  /** The proxy on the way to a server; {@code ""} for none. */
  String on(String server) {
    URI uri = URI.create(server);
    String proxy = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    boolean direct =
        proxy.isEmpty()
            || NoProxy.isLoopback(host)
            || not.stream().anyMatch(each -> new NoProxy(each).matches(host, uri.getPort()));
    return direct ? "" : proxy;
  }

  /**
   * A proxy's address with all that the library wants to be there.
   *
   * @throws NoClusterException if it is none, or of a kind that is not known
   */
  static String complete(String proxy) throws NoClusterException {
    try {
      URI uri = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && PORTS.containsKey(scheme)) {
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        int port = uri.getPort() < 0 ? PORTS.get(scheme) : uri.getPort();
        return scheme.replace("5h", "5") + "://" + user + uri.getHost() + ":" + port;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without what may be a password.
    }
    throw new NoClusterException(
        "expected a proxy as in http://192.0.2.1:8080 or socks5://192.0.2.1:1080, found another");
  }
}
