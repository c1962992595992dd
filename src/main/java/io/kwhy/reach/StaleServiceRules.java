package io.kwhy.reach;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Endpoint;
import io.kwhy.fact.network.RulesetText;
import io.kwhy.fact.network.ServiceRulesStale;
import io.kwhy.reach.host.Peer;
import io.kwhy.reach.host.Peers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Services whose rules on a host, IPv4 by iptables, have not kept up with their endpoints. */
final class StaleServiceRules {
  /** What kube-proxy writes for each endpoint; the comment has Service and name of the port. */
  private static final Pattern SENDS =
      Pattern.compile(
          "-A KUBE-SEP-\\S+ .*--comment \"?([a-z0-9-]+)/([a-z0-9-]+)(?::[^\" ]*)?\"? "
              + ".*--to-destination ([0-9.]+):[0-9]+");

  private static final int SHOWN = 3;

  private final Known known;
  private final Peers peers;

  StaleServiceRules(Known known, Peers peers) {
    this.known = known;
    this.peers = peers;
  }

  List<Fact> all() {
    List<Fact> stale = new ArrayList<>();
    Map<String, Set<String>> behind = new HashMap<>();
    Set<String> answering = new HashSet<>();
    for (Endpoint each : known.all(Endpoint.class)) {
      String service = each.namespace() + "/" + each.service();
      behind.computeIfAbsent(service, key -> new HashSet<>()).add(each.address());
      if (each.ready() && peers.ours(each.address())) {
        answering.add(service);
      }
    }
    Map<Peer, Map<String, Sent>> sentBy = new LinkedHashMap<>();
    for (Peer peer : peers.all()) {
      if (peer.captured() && known.isCaptured("iptables-save", peer.host())) {
        sentBy.put(peer, sent(peer));
      }
    }
    Set<String> current = new HashSet<>();
    sentBy
        .values()
        .forEach(
            all ->
                all.forEach(
                    (service, sent) -> {
                      if (sent.anyOf(behind.getOrDefault(service, Set.of()))) {
                        current.add(service);
                      }
                    }));
    sentBy.forEach(
        (peer, all) ->
            all.forEach(
                (service, sent) -> {
                  if (answering.contains(service) && !sent.anyOf(behind.get(service))) {
                    stale.add(fact(peer, service, sent, current.contains(service)));
                  }
                }));
    return stale;
  }

  /** Where packets for a Service go, by all programs whose rules the host has. */
  private static final class Sent {
    private final Set<String> to = new TreeSet<>();
    private final Origin first;

    Sent(Origin first) {
      this.first = first;
    }

    boolean anyOf(Set<String> addresses) {
      return to.stream().anyMatch(addresses::contains);
    }
  }

  private Map<String, Sent> sent(Peer peer) {
    Map<String, Sent> byService = new TreeMap<>();
    for (RulesetText text : known.of(RulesetText.class, RulesetText::node, peer.host())) {
      if (text.content().contains("table ip kube-proxy")) {
        return Map.of(); // its rules are there, and what iptables has was left behind
      }
      if (text.source().startsWith("iptables")) {
        read(text, byService);
      }
    }
    return byService;
  }

  private static void read(RulesetText text, Map<String, Sent> byService) {
    int number = 0;
    for (String line : text.content().split("\n", -1)) {
      number++;
      if (line.startsWith("-A KUBE-SEP-")) {
        Matcher rule = SENDS.matcher(line);
        if (rule.find()) {
          Origin at = new Origin(text.origin().entry(), number);
          byService
              .computeIfAbsent(rule.group(1) + "/" + rule.group(2), key -> new Sent(at))
              .to
              .add(rule.group(3));
        }
      }
    }
  }

  private static Fact fact(Peer peer, String service, Sent sent, boolean current) {
    int slash = service.indexOf('/');
    String shown = String.join(", ", sent.to.stream().limit(SHOWN).toList());
    return new ServiceRulesStale(
        peer.name(),
        service.substring(0, slash),
        service.substring(slash + 1),
        sent.to.size() > SHOWN ? shown + " and others" : shown,
        current,
        sent.first);
  }
}
