package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/** A resolver configuration file of the host. */
public record ResolvConf(
    String node,
    String path,
    List<String> nameservers,
    List<String> search,
    List<String> options,
    Origin origin)
    implements Fact {
  public ResolvConf {
    nameservers = List.copyOf(nameservers);
    search = List.copyOf(search);
    options = List.copyOf(options);
  }

  @Override
  public String text() {
    return "nameservers " + String.join(" ", nameservers);
  }
}
