package io.kwhy.parse.k3s;

import io.kwhy.fact.node.ProxySetting;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables by which programs written in Go find their proxy. What begins with {@code CONTAINERD_}
 * k3s hands to containerd alone, without that.
 */
final class ProxyVariables {
  private static final Pattern NAME =
      Pattern.compile("(?:CONTAINERD_)?(?:HTTPS?_PROXY|https?_proxy)");

  /** A password may have what parts a URL; only after the last {@code @} nothing is of it. */
  private static final Pattern URL =
      Pattern.compile(
          "(?:(?<scheme>[a-zA-Z0-9]+)://)?(?:.*@)?(?<host>\\[[^\\]@]+\\]|[^:/@\\[\\]]+)(?::(?<port>[0-9]{1,5}))?/?");

  private ProxyVariables() {}

  static boolean has(String name) {
    return NAME.matcher(name).matches();
  }

  /** The proxy that a variable names; none where it is empty or no address of one. */
  static Optional<ProxySetting> of(String node, String variable, Given.Value value) {
    Matcher url = URL.matcher(value.text().strip());
    if (!url.matches()) {
      return Optional.empty();
    }
    String port = Optional.ofNullable(url.group("port")).orElse("");
    String scheme = Optional.ofNullable(url.group("scheme")).orElse("http");
    return Optional.of(
        new ProxySetting(
            node,
            variable,
            scheme + "://" + url.group("host") + (port.isEmpty() ? "" : ":" + port),
            url.group("host"),
            port.isEmpty() ? 0 : Integer.parseInt(port),
            value.origin()));
  }
}
