package io.kwhy.parse;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;

/** What a host is for, where its bundle has lost the words that say so. */
final class HostRole {
  private static final String DATA = "/files/var/lib/rancher/k3s/";

  private HostRole() {}

  /** Server, agent or {@code ""}: as the manifest has it, else as k3s's own files tell. */
  static String of(Bundle bundle, String host) {
    Manifest.HostRecord described = bundle.manifest().nodes().get(host);
    if (described != null) {
      return described.role();
    }
    String data = "nodes/" + host + DATA;
    boolean agent = false;
    for (Entry entry : bundle.entries()) {
      if (entry.path().startsWith(data + "server/")) {
        return "server";
      }
      agent |= entry.path().startsWith(data + "agent/");
    }
    return agent ? "agent" : "";
  }
}
