package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ConfigMap;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.names.CorednsLack;
import io.kwhy.fact.names.CorednsPort;
import io.kwhy.fact.names.CorefileProblem;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.fact.names.NameCapture;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.Upstream;
import io.kwhy.names.corefile.Corefile;
import io.kwhy.names.corefile.CorefileToken;
import io.kwhy.names.corefile.Directive;
import io.kwhy.names.corefile.ImportedFiles;
import io.kwhy.names.corefile.ServerBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Corefile and what it imports mean for each CoreDNS pod. */
final class CorednsConfiguration {
  private static final String RESOLV_CONF = "/etc/resolv.conf";
  private static final Set<String> HANDING_ON = Set.of("forward", "proxy", "grpc");
  private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})$");

  private final Known known;
  private final NodeResolvers hosts;
  private final List<Fact> follows = new ArrayList<>();

  CorednsConfiguration(Known known, NodeResolvers hosts) {
    this.known = known;
    this.hosts = hosts;
  }

  List<Fact> all() {
    for (ConfigText text : known.all(ConfigText.class)) {
      if (text.name().equals("coredns") && text.key().equals("Corefile")) {
        read(text);
      }
    }
    known
        .all(ConfigMap.class, map -> map.namespace().equals("kube-system") && isWithout(map))
        .forEach(map -> follows.add(missing(map)));
    return follows;
  }

  /** What would take a question from whoever knows the answer. */
  Optional<NameCapture> capture(String question) {
    return known.all(ConfigText.class).stream()
        .filter(text -> text.name().equals("coredns") && text.key().equals("Corefile"))
        .findFirst()
        .flatMap(
            text ->
                new NameCaptures(
                        known,
                        Corefile.read(text.content(), imported()).blocks(),
                        file -> textOf(file, text))
                    .of(question));
  }

  private static boolean isWithout(ConfigMap map) {
    return map.name().equals("coredns") && !map.keys().contains("Corefile");
  }

  private static CorefileProblem missing(ConfigMap map) {
    return new CorefileProblem(
        map.namespace(), map.name(), "Corefile", 0, "the key is missing", "", map.origin());
  }

  private void read(ConfigText text) {
    Corefile corefile = Corefile.read(text.content(), imported());
    corefile.rejection().ifPresent(rejection -> follows.add(problem(text, rejection)));
    lines(corefile, text);
    if (corefile.rejection().isEmpty()) {
      lacks(corefile, text);
      ports(corefile, text);
      follows.addAll(new NameCaptures(known, corefile.blocks(), file -> textOf(file, text)).all());
    }
    for (ServerBlock block : corefile.blocks()) {
      for (Directive directive : block.directives()) {
        if (directive.is("kubernetes")) {
          zones(directive, text);
        } else if (directive.is("forward")) {
          upstreams(block, directive, text);
        }
      }
    }
  }

  private void lines(Corefile corefile, ConfigText text) {
    CorefileLines lines = new CorefileLines(corefile.blocks());
    follows.addAll(lines.of(text, Corefile.FILE, ImportedFiles.COREFILE));
    for (ConfigText other : custom()) {
      String path = ImportedFiles.CUSTOM + other.key();
      follows.addAll(lines.of(other, path, path));
    }
  }

  private void lacks(Corefile corefile, ConfigText text) {
    List<Directive> all =
        corefile.blocks().stream().flatMap(block -> block.directives().stream()).toList();
    for (String plugin : List.of("kubernetes", "ready", "health")) {
      if (all.stream().noneMatch(directive -> directive.is(plugin))) {
        follows.add(new CorednsLack(text.namespace(), text.name(), plugin, text.origin()));
      }
    }
    if (all.stream().noneMatch(CorednsConfiguration::handsOnAll)) {
      follows.add(new CorednsLack(text.namespace(), text.name(), "forward", text.origin()));
    }
  }

  private static boolean handsOnAll(Directive directive) {
    return HANDING_ON.contains(directive.name().text())
        && !directive.arguments().isEmpty()
        && ServerBlock.zone(directive.arguments().get(0).text()).equals(".");
  }

  private void ports(Corefile corefile, ConfigText text) {
    for (ServerBlock block : corefile.blocks()) {
      for (CorefileToken key : block.keys()) {
        if (!key.text().contains("://") || key.text().startsWith("dns://")) {
          Matcher port = PORT.matcher(key.text());
          int number = port.find() ? Integer.parseInt(port.group(1)) : 53;
          follows.add(new CorednsPort(number, key.line(), text.origin()));
        }
      }
    }
  }

  private ImportedFiles imported() {
    SortedMap<String, String> texts = new TreeMap<>();
    for (ConfigText text : custom()) {
      texts.put(ImportedFiles.CUSTOM + text.key(), text.content());
    }
    List<String> complete =
        known.isCaptured("configmaps", "") ? List.of(ImportedFiles.CUSTOM) : List.of();
    return new ImportedFiles(texts, complete);
  }

  private List<ConfigText> custom() {
    return known.all(ConfigText.class, text -> text.name().equals("coredns-custom"));
  }

  /** What a file in CoreDNS's container is of. */
  private ConfigText textOf(String file, ConfigText corefile) {
    return custom().stream()
        .filter(other -> file.equals(ImportedFiles.CUSTOM + other.key()))
        .findFirst()
        .orElse(corefile);
  }

  private CorefileProblem problem(ConfigText corefile, Corefile.Rejection rejection) {
    ConfigText text = textOf(rejection.file(), corefile);
    return new CorefileProblem(
        text.namespace(),
        text.name(),
        text.key(),
        rejection.line(),
        rejection.problem(),
        text.content()
            .lines()
            .skip(Math.max(0, rejection.line() - 1))
            .findFirst()
            .orElse("")
            .strip(),
        text.origin());
  }

  private void zones(Directive kubernetes, ConfigText text) {
    for (CorefileToken zone : kubernetes.arguments()) {
      follows.add(new KubernetesZone(ServerBlock.zone(zone.text()), zone.line(), text.origin()));
    }
  }

  private void upstreams(ServerBlock block, Directive forward, ConfigText text) {
    List<CorefileToken> arguments = forward.arguments();
    for (CorefileToken to : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      String zone = zoneOf(block, ServerBlock.zone(arguments.get(0).text()));
      for (Pod pod : pods()) {
        if (to.text().equals(RESOLV_CONF)) {
          inherited(pod, zone);
        } else if (!to.text().startsWith("/")) {
          String place = to.file() + ":" + to.line();
          follows.add(upstream(pod, zone, to.text(), false, place, textOf(to.file(), text)));
        }
      }
    }
  }

  /** What a block hands on when it hands on all: what it is asked for. */
  private static String zoneOf(ServerBlock block, String zone) {
    List<String> zones =
        block.keys().stream().map(CorefileToken::text).map(ServerBlock::zone).toList();
    return !zone.equals(".") || zones.isEmpty() || zones.contains(".") ? zone : zones.get(0);
  }

  private List<Pod> pods() {
    return known.all(Pod.class, Coredns::isPod);
  }

  /** A pod's resolv.conf is the host's, as it was when the pod was made. */
  private void inherited(Pod pod, String zone) {
    if (!PodResolvers.basis(pod.dnsPolicy(), pod.hostNetwork()).equals("node")) {
      return;
    }
    Optional<NodeResolver> host = hosts.of(pod.node());
    if (host.isPresent()) {
      for (String server : host.get().servers()) {
        follows.add(
            upstream(pod, zone, server, true, host.get().path() + " on " + pod.node(), host.get()));
      }
    }
  }

  private static Upstream upstream(
      Pod pod, String zone, String to, boolean inherited, String source, Fact from) {
    String address = to.replaceFirst("^[a-z]+://", "");
    boolean withPort = address.matches("(?:[^:]+|\\[.*\\]):[0-9]+");
    int colon = address.lastIndexOf(':');
    int port = withPort ? Integer.parseInt(address.substring(colon + 1)) : usualPort(to);
    return new Upstream(
        pod.namespace(),
        pod.name(),
        pod.node(),
        zone,
        (withPort ? address.substring(0, colon) : address).replaceAll("[\\[\\]]", ""),
        port,
        inherited,
        source,
        from instanceof ConfigText text ? text.name() : "",
        from.origin());
  }

  private static int usualPort(String to) {
    return to.startsWith("tls://") ? 853 : 53;
  }
}
