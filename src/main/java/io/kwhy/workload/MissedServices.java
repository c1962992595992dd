package io.kwhy.workload;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ContainerStatus;
import io.kwhy.fact.cluster.Service;
import io.kwhy.fact.log.LogTail;
import io.kwhy.fact.workload.MissedService;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Services that containers miss, by the last that these say. */
final class MissedServices {
  private static final Pattern NO_CONNECTION =
      Pattern.compile(
          "(?i)connection (?:refused|timed out)|ECONNREFUSED|ETIMEDOUT|i/o timeout|no route to host|EHOSTUNREACH");

  private static final Pattern WAITS =
      Pattern.compile(
          "(?i)\\bwait(?:s|ing|ed)?\\b|not (?:yet )?(?:up|ready|available|reachable)|retry");

  private final Known known;
  private final Set<Fact> missed = new LinkedHashSet<>();

  private MissedServices(Known known) {
    this.known = known;
  }

  static List<Fact> of(Collection<? extends Fact> facts) {
    MissedServices services = new MissedServices(new Known(facts));
    services.known.all(LogTail.class).forEach(services::add);
    return List.copyOf(services.missed);
  }

  private void add(LogTail tail) {
    boolean failed = NO_CONNECTION.matcher(tail.line()).find();
    if (!failed && !(WAITS.matcher(tail.line()).find() && isInit(tail))) {
      return;
    }
    for (Service service : known.all(Service.class)) {
      if (names(tail, service)) {
        missed.add(
            new MissedService(
                service.namespace(),
                service.name(),
                tail.namespace(),
                tail.pod(),
                tail.line(),
                tail.origin()));
      }
    }
  }

  private boolean isInit(LogTail tail) {
    return known
        .first(
            ContainerStatus.class,
            status ->
                status.init()
                    && status.namespace().equals(tail.namespace())
                    && status.pod().equals(tail.pod())
                    && status.container().equals(tail.container()))
        .isPresent();
  }

  /** Its address, its name with the namespace, or in its own namespace the name alone. */
  private static boolean names(LogTail tail, Service service) {
    String address = service.clusterIp();
    if (address.contains(".") && hasWord(tail.line(), address)) {
      return true;
    }
    String whole = service.name() + "." + service.namespace();
    return hasWord(tail.line(), whole)
        || (tail.namespace().equals(service.namespace())
            && hasWord(tail.line().replace(whole, ""), service.name()));
  }

  /** Neither part of a longer name nor of a longer address; a port or a domain may follow. */
  private static boolean hasWord(String line, String word) {
    return Pattern.compile("(?<![A-Za-z0-9._-])" + Pattern.quote(word) + "(?![A-Za-z0-9_-])")
        .matcher(line)
        .find();
  }
}
