package io.kwhy.parse.network;

import io.kwhy.fact.Origin;
import io.kwhy.fact.network.Vxlan;
import io.kwhy.parse.text.JsonRow;
import io.kwhy.parse.text.Numbers;
import java.util.List;
import java.util.Optional;

/** What {@code ip -d link} says of a VXLAN interface, in the words of both its forms. */
record VxlanRow(String vni, String port, String local, String underlay) {

  static VxlanRow of(JsonRow link) {
    String data = "linkinfo.info_data.";
    String local = link.text(data + "local");
    return new VxlanRow(
        link.text(data + "id"),
        link.text(data + "port"),
        local.isEmpty() ? link.text(data + "local6") : local,
        link.text(data + "link"));
  }

  /** The words of the line that begins with {@code vxlan}. */
  static VxlanRow of(List<String> words) {
    String local = InterfaceHeader.after(words, "local");
    return new VxlanRow(
        InterfaceHeader.after(words, "id"),
        InterfaceHeader.after(words, "dstport"),
        local.isEmpty() ? InterfaceHeader.after(words, "local6") : local,
        InterfaceHeader.after(words, "dev"));
  }

  /** The fact; nothing where it has no number, as without {@code -d}. */
  Optional<Vxlan> vxlan(String node, String link, Origin origin) {
    if (Numbers.small(vni).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Vxlan(
            node,
            link,
            Numbers.small(vni).getAsInt(),
            Numbers.small(port).orElse(0),
            local,
            underlay,
            origin));
  }
}
