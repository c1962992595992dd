package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * A proxy that the service of k3s is told to use, and the programs that it starts with it.
 *
 * @param variable of the environment: {@code HTTPS_PROXY}, {@code CONTAINERD_HTTP_PROXY} …
 * @param url without a login
 * @param host name or address in it
 * @param port 0 where it has none
 * @see <a href="https://docs.k3s.io/advanced#configuring-an-http-proxy">k3s: HTTP proxy</a>
 */
public record ProxySetting(
    String node, String variable, String url, String host, int port, Origin origin)
    implements Fact {
  /** Whether what was dialled, {@code address:port} or a name, may be this proxy. */
  public boolean mayBe(String dialled) {
    if (dialled.isEmpty()) {
      return true;
    }
    boolean name = dialled.indexOf(':') < 0;
    boolean named = host.chars().anyMatch(c -> c != '.' && !Character.isDigit(c));
    return name ? dialled.equals(host) : named || dialled.startsWith(host + ":");
  }

  @Override
  public String text() {
    return variable + "=" + url;
  }
}
