package io.kwhy.fact.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * What kubelet on a host hands on to pods that resolve names as the host does.
 *
 * @param path the file it reads; k3s chooses one that can be of use to pods; {@code ""} where it
 *     was told to read none
 * @param generated whether k3s wrote the file itself, because it found none that names a server
 *     which pods can reach
 */
public record NodeResolver(
    String node,
    String path,
    List<String> servers,
    List<String> search,
    List<String> options,
    boolean generated,
    Origin origin)
    implements Fact {
  public NodeResolver {
    servers = List.copyOf(servers);
    search = List.copyOf(search);
    options = List.copyOf(options);
  }

  @Override
  public String text() {
    return (path.isEmpty() ? "no resolv.conf" : path)
        + " on "
        + node
        + (servers.isEmpty() ? " names no server" : ": nameserver " + String.join(", ", servers))
        + (search.isEmpty() ? "" : ", search " + String.join(" ", search))
        + (generated ? " (written by k3s)" : "");
  }
}
