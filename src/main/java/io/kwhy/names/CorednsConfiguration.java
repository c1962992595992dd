package io.kwhy.names;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ConfigMap;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.fact.names.CorednsLack;
import io.kwhy.fact.names.CorednsPort;
import io.kwhy.fact.names.CorefileProblem;
import io.kwhy.fact.names.KubernetesZone;
import io.kwhy.fact.names.NameCapture;
import io.kwhy.names.corefile.Corefile;
import io.kwhy.names.corefile.CorefileToken;
import io.kwhy.names.corefile.Directive;
import io.kwhy.names.corefile.ImportedFiles;
import io.kwhy.names.corefile.ServerBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Corefile and what it imports mean for each CoreDNS pod. */
final class CorednsConfiguration {
  private static final Set<String> HANDING_ON = Set.of("forward", "proxy", "grpc");
  private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})$");

  private final Known known;
  private final CorednsFiles files;
  private final CorednsUpstreams upstreams;
  private final List<Fact> follows = new ArrayList<>();

  CorednsConfiguration(Known known, NodeResolvers hosts) {
    this.known = known;
    this.files = new CorednsFiles(known);
    this.upstreams = new CorednsUpstreams(known, hosts, files);
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
                        Corefile.read(text.content(), files.imported()).blocks(),
                        file -> files.textOf(file, text))
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
    Corefile corefile = Corefile.read(text.content(), files.imported());
    corefile.rejection().ifPresent(rejection -> follows.add(problem(text, rejection)));
    lines(corefile, text);
    if (corefile.rejection().isEmpty()) {
      lacks(corefile, text);
      ports(corefile, text);
      follows.addAll(
          new NameCaptures(known, corefile.blocks(), file -> files.textOf(file, text)).all());
    }
    for (ServerBlock block : corefile.blocks()) {
      for (Directive directive : block.directives()) {
        if (directive.is("kubernetes")) {
          follows.addAll(zones(directive, text));
        } else if (directive.is("forward")) {
          follows.addAll(upstreams.of(block, directive, text));
        }
      }
    }
  }

  private void lines(Corefile corefile, ConfigText text) {
    CorefileLines lines = new CorefileLines(corefile.blocks());
    follows.addAll(lines.of(text, Corefile.FILE, ImportedFiles.COREFILE));
    for (ConfigText other : files.custom()) {
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

  private CorefileProblem problem(ConfigText corefile, Corefile.Rejection rejection) {
    ConfigText text = files.textOf(rejection.file(), corefile);
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

  private static List<KubernetesZone> zones(Directive kubernetes, ConfigText text) {
    return kubernetes.arguments().stream()
        .map(zone -> new KubernetesZone(ServerBlock.zone(zone.text()), zone.line(), text.origin()))
        .toList();
  }
}
