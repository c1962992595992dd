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
  private String backend = "";
  private String data = "";
  private int line;

  /** Takes one of them, its name without the prefix. */
  void add(String name, String value, int at) {
    switch (name) {
      case "public-ip" -> {
        publicIp = value;
        line = at;
      }
      case "backend-type" -> backend = value;
      case "backend-data" -> data = value;
      default -> {}
    }
  }

  void tell(String node, Facts facts) {
    if (backend.isEmpty() && publicIp.isEmpty()) {
      return;
    }
    Matcher vni = VNI.matcher(data);
    Matcher mac = MAC.matcher(data);
    facts.add(
        new FlannelNode(
            node,
            publicIp,
            backend,
            vni.find() ? Integer.parseInt(vni.group(1)) : 0,
            mac.find() ? mac.group(1) : "",
            facts.at(line)));
  }
}
