package io.kwhy.parse.cluster;

import io.kwhy.fact.cluster.FlannelNode;
import io.kwhy.parse.Facts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What flannel keeps in a Node's annotations. The backend's own data is JSON within a text: {@code
 * {"VNI":1,"VtepMAC":"f2:b1:f9:fb:7a:5d"}}.
 */
final class FlannelAnnotations {
  static final String PREFIX = "flannel.alpha.coreos.com/";

  private static final Pattern VNI = Pattern.compile("\"VNI\"\\s*:\\s*(\\d{1,9})");
  private static final Pattern MAC = Pattern.compile("\"VtepMAC\"\\s*:\\s*\"([0-9a-fA-F:]+)\"");

  private String publicIp = "";
  private String publicIp6 = "";
  private String backend = "";
  private String data = "";
  private String data6 = "";
  private int line;

  /** Takes one of them, its name without the prefix. */
  void add(String name, String value, int at) {
    switch (name) {
      case "public-ip" -> {
        // Without IPv4, some releases write an address of noughts.
        publicIp = value.equals("0.0.0.0") || value.equals("<nil>") ? "" : value;
        line = at;
      }
      case "public-ipv6" -> {
        publicIp6 = value;
        line = line == 0 ? at : line;
      }
      case "backend-type" -> backend = value;
      case "backend-data" -> data = value;
      case "backend-v6-data" -> data6 = value;
      default -> {}
    }
  }

  void tell(String node, Facts facts) {
    if (backend.isEmpty() && publicIp.isEmpty() && publicIp6.isEmpty()) {
      return;
    }
    Matcher vni = VNI.matcher(data);
    facts.add(
        new FlannelNode(
            node,
            publicIp,
            publicIp6,
            backend,
            vni.find() ? Integer.parseInt(vni.group(1)) : 0,
            mac(data),
            mac(data6),
            facts.at(line)));
  }

  private static String mac(String data) {
    Matcher mac = MAC.matcher(data);
    return mac.find() ? mac.group(1) : "";
  }
}
