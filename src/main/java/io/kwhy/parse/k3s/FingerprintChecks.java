package io.kwhy.parse.k3s;

import io.kwhy.fact.Fact;
import io.kwhy.fact.node.NodeName;
import io.kwhy.fact.node.NodePasswordCheck;
import io.kwhy.fact.node.NodePasswordFile;
import io.kwhy.fact.node.NodePasswordRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks node passwords of which only fingerprints were captured: servers up to k3s 1.19 keep
 * passwords in a file, so that equal fingerprints mean acceptance.
 */
public final class FingerprintChecks {
  private FingerprintChecks() {}

  /**
   * The checks that facts allow, of hosts that none was made for.
   *
   * @param names the names that hosts register under, by host
   */
  public static List<Fact> of(List<Fact> facts, Map<String, NodeName> names) {
    Set<String> checked = new HashSet<>();
    List<NodePasswordFile> files = new ArrayList<>();
    List<NodePasswordRecord> records = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof NodePasswordCheck check) {
        checked.add(check.node());
      } else if (fact instanceof NodePasswordFile file) {
        files.add(file);
      } else if (fact instanceof NodePasswordRecord record && !record.fingerprint().isEmpty()) {
        records.add(record);
      }
    }
    List<Fact> checks = new ArrayList<>();
    for (NodePasswordFile file : files) {
      NodeName name = names.get(file.node());
      if (name != null && !checked.contains(file.node())) {
        records.stream()
            .filter(record -> record.name().equals(name.name()))
            .forEach(record -> checks.add(check(file, record)));
      }
    }
    return checks;
  }

  private static NodePasswordCheck check(NodePasswordFile file, NodePasswordRecord record) {
    boolean accepted = file.fingerprint().equals(record.fingerprint());
    return new NodePasswordCheck(
        file.node(), record.name(), accepted, record.store(), "file", file.origin());
  }
}
