package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A resolver configuration file of the host.
 *
 * @param search of its last line {@code search}; of {@code domain} kubelet makes nothing
 * @param unreadable what stands in the place of a nameserver and is no address
 */
public record ResolvConf(
    String node,
    String path,
    List<String> nameservers,
    List<String> unreadable,
    List<String> search,
    List<String> options,
    Origin origin)
    implements Fact {
  public ResolvConf {
    nameservers = List.copyOf(nameservers);
    unreadable = List.copyOf(unreadable);
    search = List.copyOf(search);
    options = List.copyOf(options);
  }

  @Override
  public String text() {
    return "nameservers " + String.join(" ", nameservers);
  }
}
