package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.names.NodeResolver;
import io.kwhy.fact.names.PodResolver;
import io.kwhy.fact.names.SearchCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
  private final Known known;
  private final NodeResolvers hosts;

  SearchCaptures(Known known, NodeResolvers hosts) {
    this.known = known;
    this.hosts = hosts;
  }

  List<SearchCapture> all() {
    List<SearchCapture> captures = new ArrayList<>();
    for (LogSignal said : known.all(LogSignal.class, SearchCaptures::isOfUse)) {
      known
          .all(PodResolver.class, each -> isFor(each, said))
          .forEach(resolver -> of(resolver, said, captures));
    }
    return captures;
  }

  private static boolean isOfUse(LogSignal said) {
    return said.signal().equals("lookup-unanswered")
        || said.signal().equals("certificate-for-another-name");
  }

  private static boolean isFor(PodResolver resolver, LogSignal said) {
    return resolver.basis().equals("cluster")
        && resolver.namespace().equals(said.namespace())
        && resolver.pod().equals(said.pod());
  }

  private void of(PodResolver resolver, LogSignal said, List<SearchCapture> captures) {
    String name = said.fields().getOrDefault("name", "");
    String asked =
        (name.isEmpty() ? said.fields().getOrDefault("asked", "") : name).toLowerCase(Locale.ROOT);
    long dots = asked.chars().filter(each -> each == '.').count();
    if (asked.isEmpty() || asked.endsWith(".") || dots >= resolver.ndots()) {
      return;
    }
    hosts.of(resolver.node()).stream()
        .flatMap(
            host -> host.search().stream().map(domain -> of(resolver, said, asked, host, domain)))
        .filter(capture -> !capture.how().isEmpty())
        .forEach(captures::add);
  }

  private SearchCapture of(
      PodResolver resolver, LogSignal said, String asked, NodeResolver host, String inherited) {
    String domain = inherited.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
    return new SearchCapture(
        resolver.node(),
        host.path(),
        domain,
        resolver.namespace(),
        resolver.pod(),
        asked,
        domain.isEmpty() || ("." + asked).endsWith("." + domain) ? "" : how(said, asked, domain),
        said.message(),
        said.origin());
  }

  /** Empty where it is not shown. */
  private String how(LogSignal said, String asked, String domain) {
    if (said.signal().equals("certificate-for-another-name")) {
      List<String> valid = List.of(said.fields().getOrDefault("valid", "").split("[, ]+", -1));
      return valid.contains("*." + domain) || valid.contains(domain)
          ? "was answered with an address of " + domain
          : "";
    }
    String suffixed = asked + "." + domain + ".";
    boolean unanswered =
        known.all(LogSignal.class).stream()
            .filter(other -> other.signal().equals("coredns-upstream-failed"))
            .anyMatch(other -> other.fields().getOrDefault("name", "").equals(suffixed));
    return unanswered
        ? "was asked for as " + asked + "." + domain + ", and nobody answered that"
        : "";
  }
}
