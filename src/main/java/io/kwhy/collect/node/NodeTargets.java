package io.kwhy.collect.node;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.collect.list.ItemList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The hosts that a cluster's Nodes stand for. */
public final class NodeTargets {
  private static final String ROLE = "node-role.kubernetes.io/";

  /** An IP address or the name of a host; nothing that a program takes for an option. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z:][0-9A-Za-z.:_-]{0,252}");

  private final JsonParser json;

  private NodeTargets(JsonParser json) {
    this.json = json;
  }

  /** Those in a list of Nodes. */
  public static List<NodeTarget> in(InputStream nodes) throws IOException {
    List<NodeTarget> targets = new ArrayList<>();
    ItemList.each(nodes, json -> targets.add(new NodeTargets(json).node()));
    return targets;
  }

  /**
   * The Nodes, by the addresses that the user gave, and hosts that are no Nodes.
   *
   * @param hosts addresses by names
   */
  public static List<NodeTarget> named(List<NodeTarget> known, Map<String, String> hosts) {
    Map<String, NodeTarget> all = new LinkedHashMap<>();
    known.forEach(target -> all.put(target.name(), target));
    hosts.forEach(
        (name, address) ->
            all.merge(
                name,
                new NodeTarget(name, "", "", List.of(address)),
                (node, given) -> node.at(address)));
    return List.copyOf(all.values());
  }

  private NodeTarget node() throws IOException {
    String name = "";
    String role = "agent";
    Map<String, List<String>> addresses = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String section = json.currentName();
      json.nextToken();
      if (!section.equals("metadata") && !section.equals("status")) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "name" -> name = json.getValueAsString("");
          case "labels" -> role = role();
          case "addresses" -> addresses(addresses);
          default -> json.skipChildren();
        }
      }
    }
    List<String> ips = new ArrayList<>(addresses.getOrDefault("InternalIP", List.of()));
    ips.addAll(addresses.getOrDefault("ExternalIP", List.of()));
    String hostname = addresses.getOrDefault("Hostname", List.of("")).get(0);
    return new NodeTarget(name, role, hostname, ips);
  }

  private String role() throws IOException {
    String role = "agent";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String label = json.currentName();
      json.nextToken();
      boolean server =
          label.equals(ROLE + "control-plane")
              || label.equals(ROLE + "master")
              || label.equals(ROLE + "etcd");
      role = server ? "server" : role;
    }
    return role;
  }

  private void addresses(Map<String, List<String>> addresses) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String type = "";
      String address = "";
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("type")) {
          type = json.getValueAsString("");
        } else if (field.equals("address")) {
          address = json.getValueAsString("");
        } else {
          json.skipChildren();
        }
      }
      // A kubelet says where its node is, and what it says goes into command lines.
      if (ADDRESS.matcher(address).matches()) {
        addresses.computeIfAbsent(type, key -> new ArrayList<>()).add(address);
      }
    }
  }
}
