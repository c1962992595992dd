package io.kwhy.netfilter;

import java.util.ArrayList;
import java.util.List;

/** Several fields read as one value: nftables' {@code ip daddr . tcp dport}. */
public record Joined(List<Field> fields) implements Field {
  public Joined {
    fields = List.copyOf(fields);
  }

  @Override
  public Object read(Packet packet, HostNetwork host) {
    List<Object> values = new ArrayList<>(fields.size());
    for (Field field : fields) {
      values.add(field.read(packet, host));
    }
    return values.contains(ABSENT) ? ABSENT : values;
  }
}
