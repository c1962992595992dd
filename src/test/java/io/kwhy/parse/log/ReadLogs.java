package io.kwhy.parse.log;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Manifest.HostRecord;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.log.LogSignal;
import io.kwhy.fact.log.LogTail;
import io.kwhy.fact.log.PastLogSignal;
import io.kwhy.fact.log.Signal;
import io.kwhy.fact.log.UnitStart;
import io.kwhy.parse.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Logs as tests write them, and what is read from them. */
final class ReadLogs {
  private final Manifest manifest;
  private final Instant collectedAt;
  private final LogParser parser;
  private List<Fact> facts = List.of();

  private ReadLogs(List<Signal> signals, Instant collectedAt) {
    TreeMap<String, HostRecord> nodes = new TreeMap<>();
    nodes.put("s1", host("server", "s1", collectedAt));
    nodes.put("w1", host("agent", "Worker-1", collectedAt));
    this.collectedAt = collectedAt;
    manifest = new Manifest(1, "k3s", collectedAt, nodes);
    parser = new LogParser(SignalMatcher.of(signals), manifest);
  }

  private static HostRecord host(String role, String hostname, Instant collectedAt) {
    return new HostRecord(role, hostname, List.of(), true, collectedAt, 0);
  }

  static ReadLogs collectedAt(String time) {
    return collectedAt(time, SampleSignals.all());
  }

  static ReadLogs collectedAt(String time, List<Signal> signals) {
    return new ReadLogs(signals, Instant.parse(time));
  }

  ReadLogs k3s(String node, String text) {
    return add(Source.K3S_LOG, node, "nodes/" + node + "/logs/k3s.log", text);
  }

  ReadLogs kernel(String node, String text) {
    return add(Source.KERNEL_LOG, node, "nodes/" + node + "/logs/kernel.log", text);
  }

  ReadLogs pod(String file, String text) {
    return add(Source.POD_LOG, "", "logs/kube-system/coredns-x/" + file, text);
  }

  private ReadLogs add(Source source, String node, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return add(source, node, new Entry(path, bytes.length, () -> new ByteArrayInputStream(bytes)));
  }

  ReadLogs add(Source source, String node, Entry entry) {
    try {
      parser.add(new Input(source, node, entry, collectedAt));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  List<Fact> facts() {
    if (facts.isEmpty()) {
      facts = parser.finish((namespace, pod) -> "w2");
    }
    return facts;
  }

  private <T extends Fact> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    facts().stream().filter(type::isInstance).map(type::cast).forEach(found::add);
    return found;
  }

  List<LogSignal> present(String signal) {
    return all(LogSignal.class).stream().filter(fact -> fact.signal().equals(signal)).toList();
  }

  List<PastLogSignal> past(String signal) {
    return all(PastLogSignal.class).stream().filter(fact -> fact.signal().equals(signal)).toList();
  }

  List<UnitStart> starts() {
    return all(UnitStart.class);
  }

  List<String> gaps() {
    return all(Gap.class).stream().map(gap -> gap.origin() + ": " + gap.problem()).toList();
  }

  List<LogTail> tails() {
    return all(LogTail.class);
  }
}
