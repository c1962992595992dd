package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.names.ClusterDnsMismatch;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.names.KubeletSettings.Value;
import io.kwhy.names.corefile.ServerBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether what kubelet writes into pods' resolv.conf is what CoreDNS has. A server of one's own
 * outside the range of Services may know the cluster's names, too, and is not judged; nor is a
 * cache on the node.
 */
final class ClusterDnsSettings {
  private final Known known;

  ClusterDnsSettings(Known known) {
    this.known = known;
  }

  List<Fact> all() {
    List<Fact> mismatches = new ArrayList<>();
    KubeletSettings kubelet = new KubeletSettings(known);
    for (String host : kubelet.hosts()) {
      addresses(host, kubelet.of(host, "clusterDNS"), mismatches);
      domains(host, kubelet.of(host, "clusterDomain"), mismatches);
    }
    return mismatches;
  }

  private void addresses(String host, List<Value> settings, List<Fact> mismatches) {
    List<Service> services =
        known.all(
            Service.class,
            service ->
                service.namespace().equals("kube-system") && service.name().equals("kube-dns"));
    for (Service service : services) {
      if (settings.stream().noneMatch(setting -> service.clusterIps().contains(setting.text()))) {
        settings.stream()
            .filter(setting -> new ServiceRange(known).has(setting.text()))
            .map(setting -> mismatch(host, "clusterDNS", setting, service.clusterIp()))
            .forEach(mismatches::add);
      }
    }
  }

  private void domains(String host, List<Value> settings, List<Fact> mismatches) {
    List<KubernetesZone> zones =
        known.all(KubernetesZone.class, zone -> !zone.zone().endsWith(".arpa."));
    for (Value setting : settings) {
      String domain = ServerBlock.zone(setting.text());
      if (!zones.isEmpty()
          && zones.stream().noneMatch(zone -> ("." + domain).endsWith("." + zone.zone()))) {
        String expected = zones.get(0).zone().replaceFirst("\\.$", "");
        mismatches.add(mismatch(host, "clusterDomain", setting, expected));
      }
    }
  }

  private static ClusterDnsMismatch mismatch(
      String host, String key, Value setting, String expected) {
    return new ClusterDnsMismatch(host, key, setting.text(), expected, setting.origin());
  }
}
