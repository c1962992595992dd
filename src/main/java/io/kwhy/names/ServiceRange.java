package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.node.K3sSetting;
import java.util.List;

/** Which addresses are of Services. */
record ServiceRange(Known known) {
  private static final String USUAL = "10.43.0.0/16";

  boolean has(String address) {
    List<K3sSetting> ranges =
        known.all(K3sSetting.class, setting -> setting.key().equals("service-cidr"));
    return ranges.isEmpty()
        ? Addresses.within(address, USUAL)
        : ranges.stream().anyMatch(range -> Addresses.within(address, range.value()));
  }
}
