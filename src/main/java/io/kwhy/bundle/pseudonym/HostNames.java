package io.kwhy.bundle.pseudonym;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names of hosts and of their domains, and what they are exchanged for: {@code host-1}, {@code
 * site-2}. The order stays, the number of labels, the last label of a domain, and what makes a name
 * unfit for Kubernetes. Words that are on every host identify none, and stay.
 */
final class HostNames {
  private static final Set<String> WORDS =
      Set.of(
          ("agent aks alpine amazon amd64 api app arch arm64 bash bin boot bridge busybox centos cert "
                  + "client cloud cluster cni cni0 com config containerd control controller coredns "
                  + "curl data database db debian default desktop dev dns docker docker0 domain edge "
                  + "edu etc etcd eth0 fedora flannel gateway gov helm home host http https image "
                  + "images info ingress internal io ip ip6 iptables journal k3s k8s kernel kube "
                  + "kubelet kubernetes lan laptop linux lo local localdomain localhost log logs "
                  + "machine main manager master metal minikube mnt name net network nft node nodes "
                  + "opensuse opt org os password pod pods port primary private prod proc proxy public "
                  + "rancher raspberrypi raspbian redhat registry rhel rocky root route router run "
                  + "sbin secret server service services ssh sshd state storage sudo suse svc sys "
                  + "system systemd tcp test tmp token traefik ubuntu udp unknown user users usr "
                  + "vagrant var version vm web worker")
              .split(" "));

  /** Names below these are the same everywhere. */
  private static final List<String> KNOWN_EVERYWHERE =
      List.of(
          "cluster.local",
          "svc",
          "in-addr.arpa",
          "ip6.arpa",
          "docker.io",
          "docker.com",
          "quay.io",
          "gcr.io",
          "ghcr.io",
          "k8s.io",
          "kubernetes.io",
          "k3s.io",
          "rancher.io",
          "rancher.com",
          "cattle.io",
          "traefik.io",
          "containo.us",
          "helm.sh",
          "cncf.io",
          "coreos.com",
          "coredns.io",
          "github.com",
          "github.io",
          "githubusercontent.com",
          "google.com",
          "googleapis.com",
          "microsoft.com",
          "ecr.aws",
          "pkg.dev",
          "letsencrypt.org",
          "example.com",
          "example.org",
          "example.net");

  private static final String KEPT_LABELS = "*";

  private final Set<String> hosts = new HashSet<>();
  private final Set<String> domains = new HashSet<>();
  private final Set<String> labels = new TreeSet<>();
  private final Map<String, String> exchanged = new HashMap<>();
  private int longestDomain;
  private boolean taken;

  /** A name that something called a host's, with or without its domain. */
  void add(String name) {
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    int dot = plain.indexOf('.');
    if (!isName(plain) || isKnownEverywhere(plain)) {
      return;
    }
    if (dot < 0) {
      host(plain);
    } else {
      host(plain.substring(0, dot));
      domain(plain.substring(dot + 1));
      ofHosts(plain);
    }
  }

  /** A domain that hosts are in; those that are a single word stay. */
  void domain(String name) {
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (isName(plain) && plain.indexOf('.') > 0 && !isKnownEverywhere(plain)) {
      ofHosts(plain);
    }
  }

  private void ofHosts(String name) {
    domains.add(name.toLowerCase(Locale.ROOT));
    longestDomain = Math.max(longestDomain, name.length());
    labels(name);
  }

  private void host(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean number = lower.chars().allMatch(c -> c >= '0' && c <= '9');
    if (name.length() > 1 && !number && !WORDS.contains(lower)) {
      hosts.add(name);
    }
  }

  /** All but the last: {@code com} and {@code lan} tell nothing. */
  private void labels(String name) {
    String[] all = name.split("\\.", -1);
    for (int i = 0; i + 1 < all.length; i++) {
      labels.add(all[i].toLowerCase(Locale.ROOT));
    }
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() < 254
        && name.chars().anyMatch(Character::isLetter)
        && name.indexOf('/') < 0
        && name.indexOf(' ') < 0
        && !name.startsWith(KEPT_LABELS);
  }

  private static boolean isKnownEverywhere(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return KNOWN_EVERYWHERE.stream()
            .anyMatch(known -> lower.equals(known) || lower.endsWith("." + known))
        || lower.contains(".svc.")
        || lower.startsWith("localhost.")
        || lower.startsWith("ip6-");
  }

  boolean hasDomains() {
    return !domains.isEmpty();
  }

  /** Where in a word a name with dots ends that is a host's or below a domain of hosts; else 0. */
  int covered(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int found = 0;
    for (int start = 0; start >= 0 && start < lower.length(); start = next(lower, start)) {
      int last = start + longestDomain;
      int end = last < lower.length() ? lower.lastIndexOf('.', last) : lower.length();
      while (end > Math.max(start, found)) {
        found = domains.contains(lower.substring(start, end)) ? end : found;
        end = lower.lastIndexOf('.', end - 1);
      }
    }
    return found;
  }

  private static int next(String word, int start) {
    int dot = word.indexOf('.', start);
    return dot < 0 ? -1 : dot + 1;
  }

  /** A name in the text that is below a domain of hosts. */
  void below(String dotted) {
    labels(dotted);
  }

  /** The text has names that look like ours. */
  void taken() {
    taken = true;
  }

  /** No more names come. */
  void settle() {
    String prefix = taken ? "kwhy-" : "";
    Set<String> names = new TreeSet<>();
    hosts.forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
    Map<String, String> plain = numbered(names, prefix + "host-");
    for (String host : hosts) {
      exchanged.put(host, unfit(host, plain.get(host.toLowerCase(Locale.ROOT))));
    }
    Set<String> sites = new TreeSet<>(labels);
    sites.removeAll(names);
    sites.removeAll(WORDS);
    sites.removeIf(label -> label.equals(KEPT_LABELS) || label.length() < 2);
    plain.forEach(exchanged::putIfAbsent);
    numbered(sites, prefix + "site-").forEach(exchanged::putIfAbsent);
  }

  /** In their order, which stays: {@code host-01} … {@code host-12}. */
  private static Map<String, String> numbered(Set<String> names, String prefix) {
    int digits = Integer.toString(names.size()).length();
    Map<String, String> numbers = new TreeMap<>();
    for (String name : names) {
      String number = Integer.toString(numbers.size() + 1);
      numbers.put(name, prefix + "0".repeat(digits - number.length()) + number);
    }
    return numbers;
  }

  /** A name that Kubernetes turns away stays one. */
  private static String unfit(String name, String pseudonym) {
    StringBuilder odd = new StringBuilder();
    name.chars()
        .filter(c -> !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
        .filter(c -> !(c >= 'A' && c <= 'Z'))
        .distinct()
        .forEach(c -> odd.append((char) c));
    String out = odd.isEmpty() ? pseudonym : pseudonym.replace("-", odd);
    if (name.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
      out = out.substring(0, 1).toUpperCase(Locale.ROOT) + out.substring(1);
    }
    out = name.startsWith("-") ? "-" + out : out;
    out = name.endsWith("-") ? out + "-" : out;
    return name.length() > 63 ? out + "x".repeat(Math.max(0, name.length() - out.length())) : out;
  }

  boolean isHost(String word) {
    return hosts.contains(word);
  }

  /** What stands for a host's name. */
  String pseudonym(String name) {
    return exchanged.get(name);
  }

  /** What stands for a name with dots that is covered. */
  String dotted(String name) {
    String[] all = name.split("\\.", -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < all.length; i++) {
      boolean last = i + 1 == all.length;
      String label = all[i];
      String other = exchanged.getOrDefault(label, exchanged.get(label.toLowerCase(Locale.ROOT)));
      out.append(last || other == null ? label : other).append(last ? "" : ".");
    }
    return out.toString();
  }
}
