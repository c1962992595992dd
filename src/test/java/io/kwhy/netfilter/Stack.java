package io.kwhy.netfilter;

import io.kwhy.netfilter.iptables.IptablesSave;
import io.kwhy.netfilter.nft.NftText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rule files of several managers on one host.
 *
 * @param legacy kept in the kernel's old tables
 * @param tables kept in nftables by iptables
 * @param natives native nftables
 */
record Stack(List<String> legacy, List<String> tables, List<String> natives) {

  static final List<Stack> ALL =
      List.of(
          new Stack(List.of(), List.of("docker"), List.of()),
          new Stack(List.of(), List.of("ufw"), List.of()),
          new Stack(List.of(), List.of("flannel"), List.of()),
          new Stack(List.of(), List.of("kube-proxy"), List.of()),
          new Stack(List.of(), List.of("kube-router"), List.of()),
          new Stack(List.of(), List.of(), List.of("firewalld")),
          new Stack(List.of(), List.of(), List.of("kube-proxy")),
          new Stack(List.of(), List.of("kube-proxy", "flannel"), List.of("docker")),
          new Stack(List.of(), List.of(), List.of("docker")),
          new Stack(List.of(), List.of("kube-proxy", "flannel", "kube-router"), List.of()),
          new Stack(List.of(), List.of("docker", "kube-proxy", "flannel"), List.of()),
          new Stack(List.of("kube-proxy", "flannel"), List.of("ufw"), List.of()),
          new Stack(List.of("ufw"), List.of("kube-proxy", "flannel"), List.of()),
          new Stack(List.of(), List.of("kube-proxy", "flannel"), List.of("firewalld")),
          new Stack(List.of("kube-proxy"), List.of("flannel"), List.of("firewalld")),
          new Stack(List.of(), List.of("flannel", "kube-router"), List.of("kube-proxy")),
          new Stack(List.of(), List.of(), List.of("kube-proxy", "firewalld")));

  /**
   * Loads them, and reads what the tools print of them.
   *
   * @param seed of a rule that is put in; -1 for none
   */
  List<Captured> load(KernelHost kernel, long seed) throws IOException {
    for (String name : legacy) {
      must(kernel.load("iptables-legacy-restore+", text(name + ".save")));
    }
    for (String name : tables) {
      must(kernel.load("iptables-nft-restore+", text(name + ".save")));
    }
    if (seed >= 0) {
      String tool = legacy.isEmpty() ? "iptables-nft-restore+" : "iptables-legacy-restore+";
      must(kernel.load(tool, new RandomRules(seed).insertion()));
    }
    for (String name : natives) {
      must(kernel.load("nft", text(name + ".nft")));
    }
    return List.of(
        new IptablesSave("legacy", Family.IP).read(kernel.dump("iptables-legacy-save")),
        new IptablesSave("nft", Family.IP).read(kernel.dump("iptables-nft-save")),
        new NftText("native").read(kernel.dump("nft")));
  }

  private static void must(String answer) throws IOException {
    if (!answer.equals("ok")) {
      throw new IOException(answer);
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Stack.class.getResourceAsStream("shapes/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
