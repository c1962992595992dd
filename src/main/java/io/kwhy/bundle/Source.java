package io.kwhy.bundle;

import java.util.List;
import java.util.Optional;

/**
 * The table of evidence sources, a line each: id, where it comes from, what is secret in it. From
 * it come the entries that a reader looks for, the facts about what was captured, and what a
 * collector asks for. A new source is one line here and one parser.
 */
public enum Source {
  NODES("nodes", api("nodes")),
  PODS("pods", api("pods")),
  EVENTS("events", api("events")),
  LEASES("leases", api("leases.coordination.k8s.io")),
  NAMESPACES("namespaces", api("namespaces")),
  SECRETS("secrets", api("secrets"), Secrecy.METADATA_ONLY),
  SERVICES("services", api("services")),
  ENDPOINTS("endpoints", api("endpoints")),
  ENDPOINT_SLICES("endpointslices", api("endpointslices.discovery.k8s.io")),
  CONFIG_MAPS("configmaps", api("configmaps")),
  DEPLOYMENTS("deployments", api("deployments.apps")),
  DAEMON_SETS("daemonsets", api("daemonsets.apps")),
  STATEFUL_SETS("statefulsets", api("statefulsets.apps")),
  REPLICA_SETS("replicasets", api("replicasets.apps")),
  JOBS("jobs", api("jobs.batch")),
  CRON_JOBS("cronjobs", api("cronjobs.batch")),
  INGRESSES("ingresses", api("ingresses.networking.k8s.io")),
  INGRESS_CLASSES("ingressclasses", api("ingressclasses.networking.k8s.io")),
  NETWORK_POLICIES("networkpolicies", api("networkpolicies.networking.k8s.io")),
  SERVICE_ACCOUNTS("serviceaccounts", api("serviceaccounts")),
  ROLES("roles", api("roles.rbac.authorization.k8s.io")),
  ROLE_BINDINGS("rolebindings", api("rolebindings.rbac.authorization.k8s.io")),
  CLUSTER_ROLES("clusterroles", api("clusterroles.rbac.authorization.k8s.io")),
  CLUSTER_ROLE_BINDINGS(
      "clusterrolebindings", api("clusterrolebindings.rbac.authorization.k8s.io")),
  PERSISTENT_VOLUMES("persistentvolumes", api("persistentvolumes")),
  PERSISTENT_VOLUME_CLAIMS("persistentvolumeclaims", api("persistentvolumeclaims")),
  STORAGE_CLASSES("storageclasses", api("storageclasses.storage.k8s.io")),
  VALIDATING_WEBHOOKS(
      "validatingwebhookconfigurations",
      api("validatingwebhookconfigurations.admissionregistration.k8s.io")),
  MUTATING_WEBHOOKS(
      "mutatingwebhookconfigurations",
      api("mutatingwebhookconfigurations.admissionregistration.k8s.io")),
  API_SERVICES("apiservices", api("apiservices.apiregistration.k8s.io")),
  CERTIFICATE_REQUESTS(
      "certificatesigningrequests", api("certificatesigningrequests.certificates.k8s.io")),
  RESOURCE_QUOTAS("resourcequotas", api("resourcequotas")),
  LIMIT_RANGES("limitranges", api("limitranges")),
  POD_DISRUPTION_BUDGETS("poddisruptionbudgets", api("poddisruptionbudgets.policy")),
  POD_AUTOSCALERS("horizontalpodautoscalers", api("horizontalpodautoscalers.autoscaling")),
  CUSTOM_RESOURCES(
      "customresourcedefinitions", api("customresourcedefinitions.apiextensions.k8s.io")),
  ADDONS("addons", api("addons.k3s.cattle.io")),
  HELM_CHARTS("helmcharts", api("helmcharts.helm.cattle.io")),
  HELM_CHART_CONFIGS("helmchartconfigs", api("helmchartconfigs.helm.cattle.io")),
  SERVER_VERSION("version", apiText("version.json", "/version")),
  READYZ("readyz", apiText("readyz.txt", "/readyz?verbose")),

  HOSTNAME_FILE("hostname-file", file("/etc/hostname")),
  HOSTS_FILE("hosts-file", file("/etc/hosts")),
  MACHINE_ID("machine-id", file("/etc/machine-id")),
  OS_RELEASE("os-release", file("/etc/os-release")),
  RESOLV_CONF("resolv-conf", file("/etc/resolv.conf")),
  RESOLVED_CONF("resolved-conf", file("/run/systemd/resolve/resolv.conf")),
  K3S_RESOLV_CONF("k3s-resolv-conf", file("/var/lib/rancher/k3s/agent/etc/resolv.conf")),
  K3S_CONFIG(
      "k3s-config",
      file(
          "/etc/rancher/k3s/config.yaml",
          "/etc/rancher/k3s/config.yaml.d/*.yaml",
          "/etc/rancher/k3s/config.yaml.d/*.yml"),
      Secrecy.BLANKED),
  K3S_UNIT(
      "k3s-unit",
      file(
          "/etc/systemd/system/k3s.service",
          "/etc/systemd/system/k3s.service.d/*.conf",
          "/etc/systemd/system/k3s-agent.service",
          "/etc/systemd/system/k3s-agent.service.d/*.conf",
          "/usr/lib/systemd/system/k3s.service",
          "/usr/lib/systemd/system/k3s-agent.service",
          "/etc/init.d/k3s",
          "/etc/init.d/k3s-agent"),
      Secrecy.BLANKED),
  K3S_ENVIRONMENT(
      "k3s-environment",
      file(
          "/etc/systemd/system/k3s.service.env",
          "/etc/systemd/system/k3s-agent.service.env",
          "/etc/rancher/k3s/k3s.env",
          "/etc/rancher/k3s/k3s-agent.env",
          "/etc/default/k3s",
          "/etc/default/k3s-agent",
          "/etc/sysconfig/k3s",
          "/etc/sysconfig/k3s-agent"),
      Secrecy.BLANKED),
  REGISTRIES("registries", file("/etc/rancher/k3s/registries.yaml"), Secrecy.BLANKED),
  NODE_PASSWORD("node-password", file("/etc/rancher/node/password"), Secrecy.CHECKED_AND_DROPPED),
  NODE_PASSWD(
      "node-passwd",
      file(
          "/var/lib/rancher/k3s/server/cred/node-passwd",
          "/var/lib/rancher/k3s/server/node-passwd"),
      Secrecy.CHECKED_AND_DROPPED),
  SERVER_PASSWD(
      "server-passwd",
      file("/var/lib/rancher/k3s/server/cred/passwd", "/var/lib/rancher/k3s/server/passwd"),
      Secrecy.CHECKED_AND_DROPPED),
  AGENT_CERTIFICATES(
      "agent-certificates", file("/var/lib/rancher/k3s/agent/*.crt"), Secrecy.BLANKED),
  SERVER_CERTIFICATES(
      "server-certificates",
      file("/var/lib/rancher/k3s/server/tls/*.crt", "/var/lib/rancher/k3s/server/tls/*/*.crt"),
      Secrecy.BLANKED),
  FLANNEL_SUBNET("flannel-subnet", file("/run/flannel/subnet.env")),
  FLANNEL_CONFIG("flannel-config", file("/var/lib/rancher/k3s/agent/etc/flannel/net-conf.json")),
  CNI_CONFIG(
      "cni-config",
      file("/var/lib/rancher/k3s/agent/etc/cni/net.d/*", "/etc/cni/net.d/*"),
      Secrecy.BLANKED),
  CONTAINERD_CONFIG(
      "containerd-config",
      file("/var/lib/rancher/k3s/agent/etc/containerd/config.toml"),
      Secrecy.BLANKED),
  CONTAINERD_TEMPLATE(
      "containerd-template",
      file(
          "/var/lib/rancher/k3s/agent/etc/containerd/config.toml.tmpl",
          "/var/lib/rancher/k3s/agent/etc/containerd/config-v3.toml.tmpl"),
      Secrecy.BLANKED),
  KUBELET_CONFIG("kubelet-config", file("/var/lib/rancher/k3s/agent/etc/kubelet.conf.d/*")),
  AGENT_LOAD_BALANCER(
      "agent-load-balancer",
      file(
          "/var/lib/rancher/k3s/agent/etc/k3s-agent-load-balancer.json",
          "/var/lib/rancher/k3s/agent/etc/k3s-api-server-agent-load-balancer.json")),
  MANIFESTS("manifests", file("/var/lib/rancher/k3s/server/manifests/*.yaml"), Secrecy.BLANKED),

  HOSTNAME("hostname", command("hostname", "", "hostname")),
  IP_ADDRESS("ip-addr", command("ip-addr", "ip -j addr", "ip addr")),
  IP_LINK("ip-link", command("ip-link", "ip -j -d link", "ip -d link")),
  IP_ROUTE(
      "ip-route", command("ip-route", "ip -j route show table all", "ip route show table all")),
  IP_RULE("ip-rule", command("ip-rule", "ip -j rule", "ip rule")),
  IP6_RULE("ip6-rule", command("ip6-rule", "ip -6 -j rule", "ip -6 rule")),
  IP_NEIGHBOUR("ip-neigh", command("ip-neigh", "ip -j neigh", "ip neigh")),
  BRIDGE_FDB("bridge-fdb", command("bridge-fdb", "bridge -j fdb", "bridge fdb")),
  LISTENING("ss-listen", command("ss-listen", "", "ss -lntup")),
  PROCESSES("ps", command("ps", "", "ps -e -ww -o pid,ppid,user,args"), Secrecy.BLANKED),
  DISKS("df", command("df", "", "df -PTk")),
  INODES("df-inodes", command("df-inodes", "", "df -Pi")),
  FOLDERS(
      "du",
      folders(
          "/var/lib/rancher/k3s/agent/containerd",
          "/var/lib/rancher/k3s/storage",
          "/var/lib/rancher/k3s/server/db",
          "/var/lib/kubelet/pods",
          "/var/log/pods",
          "/var/log/journal",
          "/var/lib/systemd/coredump",
          "/var/lib/docker",
          "/var/lib/longhorn")),
  EMPTY_FILES(
      "empty-files",
      command(
          "empty-files", "", "find /var/lib/rancher/k3s /etc/rancher -maxdepth 4 -type f -size 0")),
  MOUNTS("mounts", command("mounts", "", "cat /proc/mounts")),
  CGROUPS("cgroups", command("cgroups", "", "cat /proc/cgroups")),
  KERNEL_ARGUMENTS("cmdline", command("cmdline", "", "cat /proc/cmdline"), Secrecy.BLANKED),
  SELINUX("getenforce", command("getenforce", "", "getenforce")),
  CLOUD_SETUP(
      "nm-cloud-setup",
      command(
          "nm-cloud-setup",
          "",
          "systemctl show nm-cloud-setup.service nm-cloud-setup.timer -p Id,UnitFileState")),
  MEMORY("free", command("free", "", "free -b")),
  SYSCTL("sysctl", command("sysctl", "", "sysctl -a"), Secrecy.BLANKED),
  UNAME("uname", command("uname", "", "uname -a")),
  DATE("date", command("date", "", "date -u +%Y-%m-%dT%H:%M:%S.%NZ")),
  TIME_SYNC("timedatectl", command("timedatectl", "", "timedatectl show")),
  UPTIME("uptime", command("uptime", "", "cat /proc/uptime")),
  UNIT_STATE(
      "systemctl-show",
      command(
          "systemctl-show",
          "",
          "systemctl show k3s k3s-agent -p Id,ActiveState,SubState,NRestarts,MainPID,ExecMainStatus,ActiveEnterTimestamp")),
  K3S_VERSION("k3s-version", command("k3s-version", "", "k3s --version")),
  IPTABLES("iptables-save", command("iptables-save", "", "iptables-save")),
  IP6TABLES("ip6tables-save", command("ip6tables-save", "", "ip6tables-save")),
  IPTABLES_LEGACY(
      "iptables-legacy-save", command("iptables-legacy-save", "", "iptables-legacy-save")),
  IPTABLES_VERSION("iptables-version", command("iptables-version", "", "iptables --version")),
  NFT("nft-ruleset", command("nft-ruleset", "nft -j list ruleset", "nft list ruleset")),
  IPSET("ipset", command("ipset", "", "ipset save")),
  CONNTRACK(
      "conntrack",
      command(
          "conntrack",
          "",
          "sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max")),
  CONNTRACK_STATS(
      "conntrack-stats", command("conntrack-stats", "", "cat /proc/net/stat/nf_conntrack")),
  LSMOD("lsmod", command("lsmod", "", "lsmod")),
  ETHTOOL("ethtool", command("ethtool-*", "", "ethtool -k flannel.1")),
  IMAGES("images", command("images", "", "k3s crictl images")),
  CNI_NETWORKS("cni-networks", command("cni-networks", "", "ls -l /var/lib/cni/networks/cbr0")),

  K3S_LOG(
      "k3s-log",
      log(
          "k3s",
          "logs/k3s-agent.log",
          "logs/syslog",
          "logs/syslog.log",
          "logs/messages",
          "logs/messages.log",
          "files/var/log/k3s.log",
          "files/var/log/k3s-agent.log",
          "files/var/log/k3s/k3s.log",
          "files/var/log/syslog",
          "files/var/log/messages"),
      Secrecy.BLANKED),
  CONTAINERD_LOG("containerd-log", log("containerd"), Secrecy.BLANKED),
  KERNEL_LOG("kernel-log", log("kernel"), Secrecy.BLANKED),
  NODE_PASSWORD_CHECK("node-password-check", check("node-password")),
  POD_LOG("pod-log", podLog(), Secrecy.BLANKED),
  PROBES("probes", probes());

  /** What of a source must not be written or printed. */
  public enum Secrecy {
    /** Nothing in it is secret. */
    OPEN,
    /** Tokens, passwords and keys in it are blanked out before it is kept. */
    BLANKED,
    /** Names, types and times are kept; what the objects hold is not. */
    METADATA_ONLY,
    /** It is compared while capturing, and only the outcome is kept. */
    CHECKED_AND_DROPPED
  }

  /** Whom a source belongs to. */
  public enum Scope {
    CLUSTER,
    HOST,
    POD
  }

  private final String id;
  private final Capture capture;
  private final Secrecy secrecy;

  Source(String id, Capture capture) {
    this(id, capture, Secrecy.OPEN);
  }

  Source(String id, Capture capture, Secrecy secrecy) {
    this.id = id;
    this.capture = capture;
    this.secrecy = secrecy;
  }

  /** The name by which rules and reports know it, e.g. {@code node-password}. */
  public String id() {
    return id;
  }

  /** How it is captured, and which entries of a bundle hold it. */
  public Capture capture() {
    return capture;
  }

  /** What must be taken out of it before it is kept. */
  public Secrecy secrecy() {
    return secrecy;
  }

  /** Whether there is one of it for the cluster, for each host or for each container. */
  public Scope scope() {
    if (capture instanceof Capture.ApiList || capture instanceof Capture.ApiText) {
      return Scope.CLUSTER;
    }
    return capture instanceof Capture.PodLogs ? Scope.POD : Scope.HOST;
  }

  /** The source with that id, if there is one. */
  public static Optional<Source> byId(String id) {
    for (Source source : values()) {
      if (source.id.equals(id)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  private static Capture api(String resource) {
    return new Capture.ApiList(resource);
  }

  private static Capture apiText(String file, String path) {
    return new Capture.ApiText(file, path);
  }

  private static Capture file(String... paths) {
    return new Capture.HostFile(List.of(paths));
  }

  private static Capture command(String file, String json, String text) {
    return new Capture.HostCommand(file, json, text);
  }

  private static Capture folders(String... paths) {
    return new Capture.HostFolders(List.of(paths));
  }

  private static Capture log(String file, String... others) {
    return new Capture.HostLog(file, List.of(others));
  }

  private static Capture check(String file) {
    return new Capture.HostCheck(file);
  }

  private static Capture podLog() {
    return new Capture.PodLogs();
  }

  private static Capture probes() {
    return new Capture.HostProbes();
  }
}
