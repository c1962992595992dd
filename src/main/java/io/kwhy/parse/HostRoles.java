package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import java.util.Map;
import java.util.TreeMap;

/** What hosts are for: as the manifest has it, else, where that is lost, as k3s's files tell. */
final class HostRoles {
  private static final String NODES = "nodes/";
  private static final String DATA = "/files/var/lib/rancher/k3s/";
  private static final String SERVER = "server";
  private static final String AGENT = "agent";

  private final Map<String, Manifest.HostRecord> described;
  private final Map<String, String> told = new TreeMap<>();

  HostRoles(Bundle bundle) {
    described = bundle.manifest().nodes();
    for (Entry entry : bundle.entries()) {
      String path = entry.path();
      int end = path.startsWith(NODES) ? path.indexOf('/', NODES.length()) : -1;
      if (end > 0 && path.startsWith(DATA, end)) {
        tell(path.substring(NODES.length(), end), path.substring(end + DATA.length()));
      }
    }
  }

  /** A server has the files of an agent, too. */
  private void tell(String host, String file) {
    if (file.startsWith(SERVER + "/")) {
      told.put(host, SERVER);
    } else if (file.startsWith(AGENT + "/")) {
      told.putIfAbsent(host, AGENT);
    }
  }

  /** Server, agent or {@code ""}. */
  String of(String host) {
    return described.containsKey(host) ? described.get(host).role() : told.getOrDefault(host, "");
  }
}
