package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.network.AddressRange;
import io.kwhy.fact.node.K3sSetting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which addresses are of Services. */
record ServiceRange(Known known) {
  private static final String USUAL = "10.43.0.0/16";

  boolean has(String address) {
    Optional<AddressRange> single = AddressRange.parse(address);
    List<String> ranges =
        known.all(K3sSetting.class, setting -> setting.key().equals("service-cidr")).stream()
            .map(K3sSetting::value)
            .toList();
    return single.isPresent()
        && (ranges.isEmpty() ? List.of(USUAL) : ranges)
            .stream()
                .flatMap(range -> Stream.of(range.split(",", -1)))
                .flatMap(range -> AddressRange.parse(range).stream())
                .anyMatch(range -> range.contains(single.get()));
  }
}
