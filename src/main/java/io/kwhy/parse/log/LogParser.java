package io.kwhy.parse.log;

import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Manifest.HostRecord;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.fact.log.LogTail;
import io.kwhy.parse.Input;
import io.kwhy.parse.Utf8Repair;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Reads the logs of a bundle for the messages that are known, and tells present from past. Only all
 * logs together can do so: that a node's trouble is over may be said in the log of another. Not for
 * several threads.
 */
public final class LogParser {
  /** What the kubelet writes in place of a log that is gone. */
  private static final List<String> NO_LOG =
      List.of(
          "unable to retrieve container logs for ", "failed to try resolving symlinks in path ");

  private final SignalMatcher matcher;
  private final Manifest manifest;
  private final Set<String> endings;
  private final List<History.Log> logs = new ArrayList<>();
  private final List<LogTail> tails = new ArrayList<>();

  /**
   * @param manifest for the hosts' roles and names, and for the time of capture
   */
  public LogParser(SignalMatcher matcher, Manifest manifest) {
    this.matcher = matcher;
    this.manifest = manifest;
    this.endings = matcher.endings();
  }

  /** Whether entries of that source are logs. */
  public static boolean reads(Source source) {
    return LogName.isLog(source);
  }

  /**
   * Reads one log: k3s's, containerd's or the kernel's of a host, or a container's. Time is linear
   * in its size, memory does not depend on it.
   *
   * @throws IOException if the stream breaks; what was read before counts
   */
  public void add(Input input) throws IOException {
    LogTallies tallies = new LogTallies(name(input), endings);
    logs.add(new History.Log(tallies, now(input)));
    LineParser parser = new LineParser(new LogClock(input.collectedAt()));
    LogScanner scanner =
        new LogScanner(matcher, tallies, new LineEvaluator(matcher, tallies, parser));
    try (Utf8Repair text = new Utf8Repair(input.open());
        TailStream in = new TailStream(text)) {
      scanner.scan(in);
      text.tell(tallies::gap);
      if (input.source() == Source.POD_LOG) {
        tail(LogName.ofPod(input.path()), in.last());
      }
    }
  }

  private void tail(LogName name, TailStream.Line last) {
    if (last.number() > 0 && NO_LOG.stream().noneMatch(last.text()::startsWith)) {
      tails.add(
          new LogTail(
              name.namespace(),
              name.pod(),
              name.unit(),
              name.previous(),
              Quoted.of(last.text()),
              new Origin(name.path(), last.number())));
    }
  }

  private LogName name(Input input) {
    if (input.source() == Source.POD_LOG) {
      return LogName.ofPod(input.path());
    }
    Optional<HostRecord> host = Optional.ofNullable(manifest.nodes().get(input.node()));
    return LogName.ofHost(
        input, host.map(HostRecord::role).orElse(""), host.map(HostRecord::hostname).orElse(""));
  }

  private Instant now(Input input) {
    return input.collectedAt().equals(Fact.UNKNOWN_TIME)
        ? manifest.collectedAt()
        : input.collectedAt();
  }

  /**
   * What the logs say: {@link io.kwhy.fact.log.LogSignal} for what holds, {@link
   * io.kwhy.fact.log.PastLogSignal} for what is over, {@link io.kwhy.fact.log.UnitStart} for the
   * last starts of each unit, {@link LogTail} for the end of each container's log, and a {@link
   * io.kwhy.fact.Gap} for what was not read. The same for any order in which the logs were added.
   *
   * @param hostOfPod from namespace and name of a pod to the host it runs on; {@code ""} if that is
   *     not known
   */
  public List<Fact> finish(BinaryOperator<String> hostOfPod) {
    List<Fact> facts = new ArrayList<>(new History(logs, hostOfPod).facts());
    tails.sort(Comparator.comparing(LogTail::origin));
    facts.addAll(tails);
    return facts;
  }
}
