package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.PodResolver;
import io.kwhy.fact.names.SearchCapture;
import io.kwhy.fact.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names outside that got lost in a search domain of the node's: with ndots:5 a pod's resolver asks
 * for most names with each domain of its search list behind them first. Where one of those gets an
 * answer, or an error that is not "no such name", the name itself is never asked for.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/">Kubernetes:
 *     DNS for Services and Pods</a>
 */
final class SearchCaptures {
  /** Last labels of names that nobody has for a host of one's own. */
  private static final Set<String> OUTSIDE =
      Set.of("com", "org", "net", "io", "dev", "gov", "edu", "info", "de", "uk", "fr", "eu");

  private static final Set<String> COMPLAINTS =
      Set.of("lookup-unanswered", "lookup-no-such-name", "certificate-for-another-name");

  /** Where the signals have the name, by who says it. */
  private static final List<String> ASKED = List.of("name", "asked", "host", "peer", "who");

  private final Known known;
  private final NodeResolvers hosts;

  /**
   * @param known with the pods' resolvers
   */
  SearchCaptures(Known known, NodeResolvers hosts) {
    this.known = known;
    this.hosts = hosts;
  }

  List<SearchCapture> all() {
    List<SearchCapture> captures = new ArrayList<>();
    for (LogSignal said : known.all(LogSignal.class)) {
      resolver(said).ifPresent(resolver -> of(resolver, said, captures));
    }
    return captures;
  }

  /** Of the pod that a line is about, where it asks the cluster's DNS. */
  private Optional<PodResolver> resolver(LogSignal said) {
    if (said.signal().equals("coredns-answered")) {
      String client = said.fields().getOrDefault("client", "");
      return known
          .first(Pod.class, pod -> pod.podIp().equals(client) && !pod.over())
          .flatMap(pod -> resolver(pod.namespace(), pod.name()));
    }
    return COMPLAINTS.contains(said.signal()) || said.signal().equals("name-answered")
        ? resolver(said.namespace(), said.pod())
        : Optional.empty();
  }

  private Optional<PodResolver> resolver(String namespace, String pod) {
    return known.first(
        PodResolver.class,
        resolver ->
            resolver.basis().equals("cluster")
                && resolver.namespace().equals(namespace)
                && resolver.pod().equals(pod));
  }

  private void of(PodResolver resolver, LogSignal said, List<SearchCapture> captures) {
    String name = name(said).toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.endsWith(".")) {
      return;
    }
    hosts
        .of(resolver.node())
        .ifPresent(
            host ->
                host.search().stream()
                    .map(domain -> domain.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT))
                    .filter(domain -> !domain.isEmpty())
                    .flatMap(domain -> capture(resolver, said, name, host, domain).stream())
                    .forEach(captures::add));
  }

  private static String name(LogSignal said) {
    return ASKED.stream()
        .map(field -> said.fields().getOrDefault(field, ""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Optional<SearchCapture> capture(
      PodResolver resolver, LogSignal said, String name, NodeResolver host, String domain) {
    boolean answered = !COMPLAINTS.contains(said.signal());
    boolean within = ("." + name).endsWith("." + domain);
    String asked =
        answered && within && name.length() > domain.length() + 1
            ? name.substring(0, name.length() - domain.length() - 1)
            : name;
    if (answered != within
        || asked.chars().filter(each -> each == '.').count() >= resolver.ndots()) {
      return Optional.empty();
    }
    String how = answered ? answer(said, asked, domain) : failure(said, asked, domain);
    boolean shown = !how.isEmpty();
    String left = shown || answered ? how : left(resolver, said, asked);
    return Optional.of(left)
        .filter(text -> !text.isEmpty())
        .map(text -> capture(resolver, host, domain, asked, text, shown, said));
  }

  private static SearchCapture capture(
      PodResolver resolver,
      NodeResolver host,
      String domain,
      String asked,
      String how,
      boolean shown,
      LogSignal said) {
    return new SearchCapture(
        resolver.node(),
        host.path(),
        domain,
        resolver.namespace(),
        resolver.pod(),
        asked,
        how,
        shown,
        said.message(),
        said.origin());
  }

  /** Of a name with the domain behind it: a host of one's own may have it by right. */
  private String answer(LogSignal said, String asked, String domain) {
    int dot = asked.lastIndexOf('.');
    boolean outside =
        dot > 0
            && (OUTSIDE.contains(asked.substring(dot + 1))
                || known.first(Probe.class, probe -> isOutside(probe, asked)).isPresent());
    if (!outside) {
      return "";
    }
    String rcode = said.fields().getOrDefault("rcode", "NOERROR");
    return "was asked for as "
        + asked
        + "."
        + domain
        + (rcode.equals("NOERROR") ? ", and that has an answer" : ", and the answer was " + rcode);
  }

  private static boolean isOutside(Probe probe, String asked) {
    return probe.probe().equals("dns-external") && probe.question().equals(asked);
  }

  /** Empty where it is not shown. */
  private String failure(LogSignal said, String asked, String domain) {
    if (said.signal().equals("certificate-for-another-name")) {
      List<String> valid = List.of(said.fields().getOrDefault("valid", "").split("[, ]+", -1));
      return valid.contains("*." + domain) || valid.contains(domain)
          ? "was answered with an address of " + domain
          : "";
    }
    String suffixed = asked + "." + domain + ".";
    return known
        .first(
            LogSignal.class,
            other ->
                other.signal().equals("coredns-upstream-failed")
                    && other.fields().getOrDefault("name", "").equals(suffixed))
        .map(other -> "was asked for as " + asked + "." + domain + ", and nobody answered that")
        .orElse("");
  }

  /** The same name is resolved for the node, which asks for it without the list. */
  private String left(PodResolver resolver, LogSignal said, String asked) {
    boolean resolved =
        known
            .first(
                Probe.class,
                probe ->
                    isOutside(probe, asked)
                        && probe.node().equals(hosts.host(resolver.node()))
                        && probe.peer().isEmpty()
                        && probe.result().equals("ok"))
            .isPresent();
    return resolved && said.signal().startsWith("lookup-")
        ? "is resolved for "
            + resolver.node()
            + ", and not for the pod, which asks with a search list"
        : "";
  }
}
