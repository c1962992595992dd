package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.names.NameCapture;
import io.kwhy.fact.probe.Probe;
import io.kwhy.names.corefile.CorefileToken;
import io.kwhy.names.corefile.Directive;
import io.kwhy.names.corefile.ServerBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Of the questions that were not answered well: whether the Corefile has others answer them. */
final class NameCaptures {
  private static final String KUBERNETES = "kubernetes";

  private final Known known;
  private final List<ServerBlock> blocks;
  private final Serving serving;
  private final Function<String, ConfigText> texts;

  /**
   * @param texts the ConfigMap's text that a file in CoreDNS's container is
   */
  NameCaptures(Known known, List<ServerBlock> blocks, Function<String, ConfigText> texts) {
    this.known = known;
    this.blocks = blocks;
    this.serving = new Serving(blocks);
    this.texts = texts;
  }

  List<NameCapture> all() {
    return questions().stream().flatMap(question -> of(question).stream()).toList();
  }

  private Set<String> questions() {
    Set<String> questions = new TreeSet<>();
    for (Probe probe : known.all(Probe.class)) {
      boolean ofDns = Set.of("dns-cluster", "dns-external").contains(probe.probe());
      if (ofDns
          && !probe.question().isEmpty()
          && (!probe.result().equals("ok") || isWrong(probe))) {
        questions.add(probe.question());
      }
    }
    return questions;
  }

  /** An address for the API server's name that its Service does not have. */
  private boolean isWrong(Probe probe) {
    List<Service> api =
        known.all(
            Service.class,
            service -> service.namespace().equals("default") && service.name().equals(KUBERNETES));
    return probe.question().startsWith("kubernetes.default.svc")
        && probe.detail().matches("[0-9]+(\\.[0-9]+){3}")
        && !api.isEmpty()
        && !api.get(0).clusterIps().contains(probe.detail());
  }

  /** Of a name, whether or not it was asked for. */
  Optional<NameCapture> of(String question) {
    boolean cluster = isOfCluster(question);
    return serving
        .end(question)
        .flatMap(
            end -> {
              if (end.rewrite().isPresent()) {
                return Optional.of(
                    capture(question, end.rewrite().get(), "is asked for as " + end.name()));
              }
              return end.plugin().isPresent()
                  ? byPlugin(question, end, end.plugin().get(), cluster)
                  : leftOut(question, end);
            });
  }

  private boolean isOfCluster(String question) {
    return blocks.stream()
        .anyMatch(
            block ->
                block.directives().stream()
                    .filter(directive -> directive.is(KUBERNETES))
                    .anyMatch(directive -> new Claim(block, directive).holds(question)));
  }

  private Optional<NameCapture> byPlugin(
      String question, Serving.End end, Directive plugin, boolean cluster) {
    boolean handsOn = plugin.is("forward") || plugin.is("grpc");
    if (cluster ? plugin.is(KUBERNETES) : handsOn || plugin.is(KUBERNETES)) {
      return Optional.empty();
    }
    if (handsOn) {
      return Optional.of(
          capture(
              question,
              end.block().keys().get(0),
              plugin,
              "is handed on by a server block of its own"));
    }
    return Optional.of(capture(question, plugin, how(end.block(), plugin, question)));
  }

  private static String how(ServerBlock block, Directive plugin, String question) {
    return switch (plugin.name().text()) {
      case "acl" -> "is turned down by plugin acl";
      case "hosts" ->
          new Claim(block, plugin).has(question)
              ? "is answered by plugin hosts"
              : "ends at plugin hosts, which has no fallthrough for it";
      default -> "is answered by plugin " + plugin.name().text();
    };
  }

  private Optional<NameCapture> leftOut(String question, Serving.End end) {
    return end.block().directives().stream()
        .filter(directive -> directive.is("forward"))
        .filter(directive -> new Claim(end.block(), directive).isExcepted(question))
        .findFirst()
        .map(forward -> capture(question, forward, "is left out by plugin forward"));
  }

  private NameCapture capture(String question, Directive plugin, String how) {
    return capture(question, plugin.name(), plugin, how);
  }

  private NameCapture capture(String question, CorefileToken at, Directive plugin, String how) {
    ConfigText text = texts.apply(at.file());
    String quoted = text.content().lines().skip(at.line() - 1L).findFirst().orElse("").strip();
    return new NameCapture(
        text.namespace(),
        text.name(),
        text.key(),
        at.line(),
        quoted,
        plugin.name().text(),
        how,
        question,
        text.origin());
  }
}
