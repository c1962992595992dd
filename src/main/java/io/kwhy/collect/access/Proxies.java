package io.kwhy.collect.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Proxies that the environment names, and for whom, in the words of Go, which kubectl is written
 * in.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">Go: httpproxy</a>
 */
record Proxies(String https, String http, List<String> not) {
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
}
