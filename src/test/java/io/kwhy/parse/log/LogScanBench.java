package io.kwhy.parse.log;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.log.Signal;
import io.kwhy.parse.Input;
import io.kwhy.rule.RuleBook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the scan of one large log, all signals, from opening the file to the facts, against grep
 * with the same patterns on the same file. Arguments: a folder to work in, the folder of the
 * captures (unpacked bundles), megabytes.
 */
final class LogScanBench {
  private static final int ROUNDS = 5;
  private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

  private LogScanBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path work = Path.of(arguments[0]);
    Path log = work.resolve("bench.log");
    long size = Long.parseLong(arguments[2]) << 20;
    List<Signal> signals = RuleBook.builtIn().signals();
    Path patterns = work.resolve("patterns.txt");
    Files.write(patterns, signals.stream().map(signal -> forGrep(signal.text().regex())).toList());
    write(log, lines(Path.of(arguments[1])), size);
    double megabytes = Files.size(log) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "log: %.0f MB, %d signals, stride %d%n",
        megabytes,
        signals.size(),
        SignalMatcher.of(signals).search().stride());

    double ours = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      List<Fact> facts = scan(signals, log);
      double speed = megabytes / ((System.nanoTime() - start) / 1e9);
      ours = Math.max(ours, speed);
      System.out.printf(Locale.ROOT, "kwhy: %.0f MB/s (%d facts)%n", speed, facts.size());
    }
    double grep = grep(patterns, log, megabytes, System.getenv().getOrDefault("LANG", "C.UTF-8"));
    double grepC = grep(patterns, log, megabytes, "C");
    System.out.printf(
        Locale.ROOT,
        "kwhy / grep: %.1f, kwhy / grep with LC_ALL=C: %.1f%n",
        ours / grep,
        ours / grepC);
  }

  private static List<Fact> scan(List<Signal> signals, Path log) throws IOException {
    Manifest manifest = new Manifest(1, "k3s", NOW, new TreeMap<>());
    LogParser parser = new LogParser(SignalMatcher.of(signals), manifest);
    Entry entry =
        new Entry("nodes/s1/logs/k3s.log", Files.size(log), () -> Files.newInputStream(log));
    parser.add(new Input(Source.K3S_LOG, "s1", entry, NOW));
    return parser.finish((namespace, pod) -> "");
  }

  private static double grep(Path patterns, Path log, double megabytes, String locale)
      throws IOException, InterruptedException {
    double best = 0;
    for (int round = 0; round < 2; round++) {
      ProcessBuilder builder =
          new ProcessBuilder("grep", "-c", "-E", "-f", patterns.toString(), log.toString());
      builder.environment().put("LC_ALL", locale);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      long start = System.nanoTime();
      Process process = builder.start();
      String count = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      double speed = megabytes / ((System.nanoTime() - start) / 1e9);
      best = Math.max(best, speed);
      System.out.printf(
          Locale.ROOT,
          "grep -E -f, LC_ALL=%s: %.0f MB/s (%s lines)%n",
          locale,
          speed,
          count.strip());
    }
    return best;
  }

  /** What Java has and extended regular expressions have not; quotes are escaped in the raw log. */
  private static String forGrep(String regex) {
    return regex
        .replaceAll("\\(\\?<?[=!][^()]*\\)|\\(\\?i\\)", "")
        .replaceAll("\\(\\?<\\w+>", "(")
        .replace("(?:", "(")
        .replace("\\d", "[0-9]")
        .replaceAll("\\[([^\\]]*)\\[0-9\\]", "[$10-9")
        .replaceAll("([*+?}])[?+]", "$1")
        .replaceAll("(?<!\\[)\\^", "")
        .replace("\"", "\\\\*\"");
  }

  private static List<byte[]> lines(Path captures) throws IOException {
    List<byte[]> logs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(captures)) {
      for (Path file : files.filter(path -> path.endsWith("k3s.log")).sorted().toList()) {
        logs.add(Files.readAllBytes(file));
      }
    }
    if (logs.isEmpty()) {
      logs.add(SampleLog.HEALTHY_AGENT.getBytes(StandardCharsets.UTF_8));
    }
    return logs;
  }

  private static void write(Path log, List<byte[]> logs, long size) throws IOException {
    try (OutputStream out = Files.newOutputStream(log)) {
      long written = 0;
      for (int i = 0; written < size; i++) {
        byte[] next = logs.get(i % logs.size());
        out.write(next);
        written += next.length;
      }
    }
  }
}
