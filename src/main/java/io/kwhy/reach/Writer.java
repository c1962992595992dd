package io.kwhy.reach;

import io.kwhy.netfilter.Chain;
import io.kwhy.netfilter.Ruleset;
import io.kwhy.netfilter.Step;
import io.kwhy.netfilter.Table;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Programs that write firewall rules, told by the chains and tables that they make. A rule in a
 * chain of the kernel's own may be anybody's; a policy is most likely the work of the program whose
 * chains stand beside it.
 */
enum Writer {
  FIREWALLD(
      "firewalld",
      "firewalld|INPUT_(?:direct|ZONES.*)|FORWARD_(?:direct|IN_ZONES.*|OUT_ZONES.*)|(?:IN|FWDI|FWDO|FWD|PRE|POST)_[\\w.-]+|(?:filter|nat|mangle)_(?:IN|FWD|FWDI|FWDO|INPUT|FORWARD|OUTPUT|PRE|POST|PREROUTING|POSTROUTING).*"),
  UFW("ufw", "ufw6?-.*"),
  DOCKER("docker", "DOCKER.*"),
  KUBE_ROUTER("kube-router", "KUBE-ROUTER-.*|KUBE-POD-FW-.*|KUBE-NWPLCY-.*"),
  KUBE_PROXY("kube-proxy", "KUBE-.*"),
  FLANNEL("flannel", "FLANNEL-.*"),
  CALICO("calico", "cali-.*"),
  FAIL2BAN("fail2ban", "f2b-.*|fail2ban-.*"),
  CROWDSEC("crowdsec", "(?i)crowdsec.*"),
  ISTIO("istio", "ISTIO_.*");

  private final String word;
  private final Pattern names;

  Writer(String word, String names) {
    this.word = word;
    this.names = Pattern.compile(names);
  }

  /** Who made what decided; {@code ""} where it does not show. */
  static String of(Step step, Ruleset rules) {
    for (Writer writer : values()) {
      if (writer.made(step.chain()) || writer.made(step.table())) {
        return writer.word;
      }
    }
    return step.sort() == Step.Sort.POLICY ? beside(step, rules) : "";
  }

  private static String beside(Step step, Ruleset rules) {
    for (Writer writer : List.of(UFW, FIREWALLD, DOCKER)) {
      for (Table table : rules.tables()) {
        if (table.name().equals(step.table())
            && table.chains().stream().map(Chain::name).anyMatch(writer::made)) {
          return writer.word;
        }
      }
    }
    return "";
  }

  private boolean made(String name) {
    return names.matcher(name).matches();
  }
}
