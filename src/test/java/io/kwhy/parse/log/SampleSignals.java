package io.kwhy.parse.log;

import io.kwhy.fact.log.MessageText;
import io.kwhy.fact.log.Signal;
import io.kwhy.fact.log.Signal.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Signals for tests and measurements, in the manner of {@code rules/signals}. */
final class SampleSignals {
  private SampleSignals() {}

  private static final String TABLE =
      """
      unit-start;k3s k3s-agent;START;;^Starting (?:k3s\\S*\\.service|Lightweight Kubernetes)
      k3s-start;k3s k3s-agent;START;;^Starting k3s (?:agent )?(?<version>v\\d\\S*)
      unit-failed;k3s k3s-agent;FAILURE;;k3s\\S*\\.service: (?:Main process exited, code=(?<how>\\w+), status=(?<status>\\d+)|Failed with result)
      unit-restarts;k3s k3s-agent;FAILURE;;k3s\\S*\\.service: Scheduled restart job
      unit-stopping;k3s k3s-agent;STOPPING;;^Stopping (?:k3s\\S*\\.service|Lightweight Kubernetes)
      unit-done;k3s k3s-agent;EXITED;;k3s\\S*\\.service: (?:Deactivated successfully|Succeeded)\\.
      unit-stopped;k3s k3s-agent;STOPPED;;^Stopped (?:k3s\\S*\\.service|Lightweight Kubernetes)
      k3s-fatal;k3s k3s-agent;FAILURE;;level=fatal msg="(?<error>.{1,200})
      node-password-rejected;k3s-agent k3s;MESSAGE;agent-configured node-password-accepted;Node password rejected, duplicate hostname
      node-password-mismatch;k3s;MESSAGE;node-password-accepted;unable to verify password for node (?<subject>[^\\s:]+): (?<why>.*)
      node-password-file-mismatch;k3s;MESSAGE;;Node password validation failed for '(?<subject>[^']+)', using passwd file
      node-password-accepted;k3s;MESSAGE;;certificate CN=system:node:(?<subject>[^,]+),O=system:nodes signed by
      agent-configured;k3s k3s-agent;MESSAGE;;Starting flannel with backend|Flannel found PodCIDR
      wrong-token;k3s k3s-agent;MESSAGE;;Failed to authenticate request from (?<client>\\S+): invalid username/password
      not-authorized;k3s;MESSAGE;;Sending HTTP/\\S+ 40[13] response to (?<client>\\S+): not authorized
      runtime-core-not-ready;k3s;MESSAGE;k3s-up;response to (?<client>[\\d.]+):\\d+: runtime core not ready
      k3s-up;k3s;MESSAGE;;k3s is up and running|Kube API server is now running
      no-session;k3s;MESSAGE;;failed to find Session for client (?<subject>\\S+)
      agent-tunnel-lost;k3s k3s-agent;MESSAGE;agent-tunnel-up;Remotedialer proxy error; reconnecting.*url="?wss://(?<server>[^/"]+)
      agent-tunnel-up;k3s k3s-agent;MESSAGE;;Remotedialer connected to proxy.*wss://(?<server>[^/"]+)
      proxy-connect-failed;k3s k3s-agent;MESSAGE;agent-tunnel-up;Failed to connect to proxy\\. Empty dialer response
      kube-proxy-invalid;k3s k3s-agent;MESSAGE;;kube-proxy exited: failed validate: (?<why>.*)
      flag-unknown;k3s k3s-agent;MESSAGE;;flag provided but not defined: (?<flag>\\S+)
      agent-up;k3s k3s-agent;UP;;^Successfully registered node
      port-in-use;k3s k3s-agent;MESSAGE;silence;listen tcp (?<address>\\S*):(?<port>\\d+): bind: address already in use
      datastore-unreachable;k3s;MESSAGE;;Failed to ping database connection: failed to connect
      sqlite-corrupt;k3s;MESSAGE;;Failed to ping database connection: file is not a database
      etcd-nospace;k3s;MESSAGE;;etcdserver: mvcc: database space exceeded
      etcd-no-leader;k3s;MESSAGE;;etcdserver: no leader
      etcd-peer-unreachable;k3s;MESSAGE;;prober detected unhealthy status.*remote-peer-id="(?<peer>\\w+)"
      etcd-slow;k3s;MESSAGE;;apply request took too long
      node-invalid;k3s k3s-agent;MESSAGE;;Node "(?<subject>[^"]+)" is invalid: metadata\\.name
      node-not-found;k3s k3s-agent;MESSAGE;;Error getting the current node from lister
      mirror-pod-no-node;k3s k3s-agent;MESSAGE;;Unable to register mirror pod because node is not registered yet
      flannel-iface;k3s k3s-agent;MESSAGE;;unable to find interface (?<iface>\\S+): route ip\\+net
      flannel-no-subnet;k3s k3s-agent;MESSAGE;;failed to find plugin "flannel"|loadFlannelSubnetEnv failed
      cni-not-ready;k3s k3s-agent;MESSAGE;cni-ready;cni plugin not initialized
      cni-ready;k3s k3s-agent;MESSAGE;;Wrote flannel CNI config|Cni config directory is ready
      sandbox-failed;k3s k3s-agent containerd;MESSAGE;;failed to setup network for sandbox .*: (?<why>.*)
      image-pull-failed;k3s k3s-agent containerd;MESSAGE;;[Ff]ailed to pull (?:and unpack )?image "(?<image>[^"]+)"
      image-not-found;k3s k3s-agent containerd;MESSAGE;;failed to resolve (?:image|reference) "(?<image>[^"]+)": .*not found
      registry-nxdomain;k3s k3s-agent containerd;MESSAGE;;dial tcp: lookup (?<name>\\S+) on (?<server>\\S+): no such host
      dial-timeout;k3s k3s-agent containerd;MESSAGE;;dial tcp (?<address>[\\d.]+):(?<port>\\d+): i/o timeout
      dial-refused;k3s k3s-agent containerd;MESSAGE;;dial tcp (?<address>[\\d.]+):(?<port>\\d+): connect: connection refused
      no-route;k3s k3s-agent containerd;MESSAGE;;dial tcp (?<address>[\\d.]+):(?<port>\\d+): connect: no route to host
      x509-expired;;MESSAGE;;x509: certificate has expired or is not yet valid
      x509-unknown;;MESSAGE;;x509: certificate signed by unknown authority
      tls-handshake;k3s;MESSAGE;;TLS handshake error from (?<client>[\\d.]+):\\d+: (?<why>.*)
      crashloop;k3s k3s-agent;MESSAGE;;back-off (?<delay>\\S+) restarting failed container=(?<container>\\S+) pod=(?<pod>[^(\\s]+)
      oom;k3s k3s-agent kernel;MESSAGE;;Memory cgroup out of memory: Killed process \\d+ \\((?<process>[^)]+)\\)
      eviction;k3s k3s-agent;MESSAGE;;attempting to reclaim" resourceName="(?<resource>[^"]+)"|[Ee]viction manager: must evict pod
      image-gc;k3s k3s-agent;MESSAGE;;Disk usage on image filesystem is over the high threshold
      disk-full;;MESSAGE;;no space left on device
      read-only;;MESSAGE;;read-only file system
      webhook-failed;k3s;MESSAGE;;failed calling webhook "(?<subject>[^"]+)"
      probe-failed;k3s k3s-agent;MESSAGE;;Probe failed.*probeType="(?<probe>\\w+)"
      volume-missing;k3s k3s-agent;MESSAGE;;Unable to attach or mount volumes: unmounted volumes=\\[(?<volumes>[^\\]]*)
      secret-missing;k3s k3s-agent;MESSAGE;;Couldn't get secret (?<secret>\\S+): secret
      config-map-missing;k3s k3s-agent;MESSAGE;;Couldn't get configMap (?<config>\\S+): configmap
      ca-not-trusted;k3s-agent;MESSAGE;;token does not include a CA hash
      ca-mismatch;k3s-agent;MESSAGE;;token CA hash does not match the Cluster CA certificate hash
      ca-unreachable;k3s-agent;MESSAGE;;failed to get CA certs: (?<why>.*)
      cluster-validate;k3s-agent;MESSAGE;;Failed to validate connection to cluster at (?<url>\\S+):
      critical-config;k3s;MESSAGE;;critical configuration value mismatch
      bootstrap-mismatch;k3s;MESSAGE;;bootstrap data already found and encrypted with different token
      bootstrap-failed;k3s;MESSAGE;;failed to save bootstrap data: (?<why>.*)
      learner;k3s;MESSAGE;;is not promoted: can only promote a learner member which is in sync
      helm-failed;;MESSAGE;;INSTALLATION FAILED: (?<why>.*)
      addon-failed;k3s;MESSAGE;;Failed to process config: failed to process (?<file>\\S+?):
      lease-failed;k3s k3s-agent;MESSAGE;;Failed to (?:update|ensure) lease
      watch-failed;k3s k3s-agent;MESSAGE;;Failed to watch.*failed to list (?<what>\\S+): (?<why>.*)
      apiserver-not-ready;k3s k3s-agent;MESSAGE;;apiserver not ready
      clock-skew;k3s k3s-agent;MESSAGE;;clock difference|certificate is not yet valid
      cgroup;k3s k3s-agent;MESSAGE;;failed to find (?:memory|cpuset|pids) cgroup
      modprobe;k3s k3s-agent;MESSAGE;;Failed to load kernel module (?<module>\\S+) with modprobe
      iptables-missing;k3s k3s-agent;MESSAGE;;Host iptables-save/iptables-restore tools not found
      iptables-failed;k3s k3s-agent;MESSAGE;;Failed to execute iptables-restore: (?<why>.*)
      rbac-denied;k3s k3s-agent;MESSAGE;;is forbidden: User "(?<user>[^"]+)" cannot (?<verb>\\w+) resource "(?<resource>[^"]+)"
      runtime-down;k3s k3s-agent;MESSAGE;;[Cc]ontainer runtime (?:is )?(?:down|not ready)
      pleg;k3s k3s-agent;MESSAGE;;PLEG is not healthy: pleg was last seen active (?<since>\\S+) ago
      sysctl;k3s k3s-agent;MESSAGE;;[Ff]ailed to set sysctl: open (?<path>\\S+):
      resolv;k3s k3s-agent;MESSAGE;;Nameserver limits (?:were )?exceeded
      hostname-dup;k3s k3s-agent;MESSAGE;;duplicate hostname or contents of '(?<path>[^']+)'
      swap;k3s k3s-agent;MESSAGE;;running with swap on is not supported
      rlimit;k3s k3s-agent;MESSAGE;;Failed to set rlimit on max file handles
      inotify;;MESSAGE;;(?:too many open files|inotify_add_watch|inotify_init)
      metrics;k3s k3s-agent;MESSAGE;;error resolving kube-system/metrics-server: no endpoints available
      dns-loop;coredns;MESSAGE;;plugin/loop: Loop \\((?<from>\\S+) -> (?<to>\\S+)\\) detected
      dns-upstream;coredns;MESSAGE;;plugin/errors: \\d+ (?<name>\\S+) \\S+: read udp \\S+->(?<upstream>[\\d.]+):53: i/o timeout
      dns-upstream-refused;coredns;MESSAGE;;plugin/errors: \\d+ (?<name>\\S+) \\S+: .*->(?<upstream>[\\d.]+):53: read: connection refused
      dns-api;coredns;MESSAGE;;plugin/kubernetes: .*[Ff]ailed to (?:watch|list)
      dns-hosts-file;coredns;MESSAGE;;plugin/hosts: open (?<file>\\S+): no such file
      dns-reload;coredns;MESSAGE;;Restart failed: (?<why>.*)|Corefile changed but reload failed: (?<reload>.*)
      conntrack;kernel;MESSAGE;;nf_conntrack: (?:nf_conntrack: )?table full, dropping packet
      io-error;kernel;MESSAGE;;(?:blk_update_request: )?I/O error, dev (?<device>\\w+)
      ext4;kernel;MESSAGE;;EXT4-fs error \\(device (?<device>\\S+)\\)
      hung;kernel;MESSAGE;;INFO: task (?<task>\\S+):\\d+ blocked for more than
      mtu;kernel;MESSAGE;;(?<iface>\\S+): Jumbo frame|packet size is too large
      containerd-exit;k3s k3s-agent;MESSAGE;;containerd exited: (?<why>.*)
      registries-bad;k3s k3s-agent;MESSAGE;;failed to (?:get|read|unmarshal) registry|registries\\.yaml: (?<why>.*)
      snapshot;k3s;MESSAGE;;Failed to take etcd snapshot: (?<why>.*)
      shutdown;k3s k3s-agent;MESSAGE;;Shutdown request received: "(?<why>.*)
      """;

  static List<Signal> all() {
    List<Signal> signals = new ArrayList<>();
    TABLE.lines().forEach(line -> signals.add(signal(line.split(";", 5))));
    return signals;
  }

  private static Signal signal(String[] columns) {
    return new Signal(
        columns[0],
        words(columns[1]),
        MessageText.of(columns[4]),
        words(columns[3]),
        Role.valueOf(columns[2]),
        "");
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
