package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.names.ClusterDnsMismatch;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.fact.node.K3sSetting;
import io.kwhy.fact.node.KubeletSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether what kubelet writes into pods' resolv.conf is what CoreDNS has. A server of one's own
 * outside the range of Services may know the cluster's names, too, and is not judged; nor is a
 * cache on the node.
 */
final class ClusterDnsSettings {
  private static final String USUAL_RANGE = "10.43.0.0/16";

  private final Known known;

  ClusterDnsSettings(Known known) {
    this.known = known;
  }

  List<Fact> all() {
    List<Fact> mismatches = new ArrayList<>();
    Map<String, List<KubeletSetting>> hosts = known.by(KubeletSetting.class, KubeletSetting::node);
    hosts.forEach(
        (host, settings) -> {
          addresses(of(settings, "clusterDNS"), mismatches);
          domains(of(settings, "clusterDomain"), mismatches);
        });
    return mismatches;
  }

  private static List<KubeletSetting> of(List<KubeletSetting> settings, String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).toList();
  }

  private void addresses(List<KubeletSetting> settings, List<Fact> mismatches) {
    List<Service> services =
        known.all(
            Service.class,
            service ->
                service.namespace().equals("kube-system") && service.name().equals("kube-dns"));
    for (Service service : services) {
      if (settings.stream().noneMatch(setting -> service.clusterIps().contains(setting.value()))) {
        settings.stream()
            .filter(setting -> isOfServices(setting.value()))
            .map(setting -> mismatch(setting, service.clusterIp()))
            .forEach(mismatches::add);
      }
    }
  }

  private boolean isOfServices(String address) {
    List<K3sSetting> ranges =
        known.all(K3sSetting.class, setting -> setting.key().equals("service-cidr"));
    return ranges.isEmpty()
        ? Addresses.within(address, USUAL_RANGE)
        : ranges.stream().anyMatch(range -> Addresses.within(address, range.value()));
  }

  private void domains(List<KubeletSetting> settings, List<Fact> mismatches) {
    List<KubernetesZone> zones =
        known.all(KubernetesZone.class, zone -> !zone.zone().endsWith(".arpa."));
    for (KubeletSetting setting : settings) {
      String domain = ServerBlock.zone(setting.value());
      if (!zones.isEmpty()
          && zones.stream().noneMatch(zone -> ("." + domain).endsWith("." + zone.zone()))) {
        mismatches.add(mismatch(setting, zones.get(0).zone().replaceFirst("\\.$", "")));
      }
    }
  }

  private static ClusterDnsMismatch mismatch(KubeletSetting setting, String expected) {
    return new ClusterDnsMismatch(
        setting.node(), setting.key(), setting.value(), expected, setting.origin());
  }
}
