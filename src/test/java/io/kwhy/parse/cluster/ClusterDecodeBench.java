package io.kwhy.parse.cluster;

import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decodes the cluster's part of an unpacked bundle and prints the processor time that it took:
 * {@code ClusterDecodeBench FOLDER}. Not a test; run it by hand on something large.
 */
final class ClusterDecodeBench implements Facts {
  private final List<Fact> facts = new ArrayList<>();
  private String entry = "";
  private int gaps;

  private ClusterDecodeBench() {}

  public static void main(String... arguments) throws IOException {
    ClusterDecodeBench bench = new ClusterDecodeBench();
    for (Map.Entry<Source, Parser> each : ClusterParsers.all().entrySet()) {
      bench.decode(Path.of(arguments[0]), each.getKey(), each.getValue());
    }
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        "%d facts, %d gaps, heap retained %d MB%n", bench.facts.size(), bench.gaps, heap >> 20);
  }

  private void decode(Path folder, Source source, Parser parser) throws IOException {
    entry = source.capture().entries().get(0);
    Path file = folder.resolve(entry);
    if (Files.exists(file)) {
      int before = facts.size();
      long size = Files.size(file);
      long start = cpu();
      parser.parse(input(source, file, size), this);
      double seconds = (cpu() - start) / 1e9;
      System.out.printf(
          "%-40s %6.1f MB %8d facts %6.2f s %5.0f MB/s%n",
          entry, size / 1e6, facts.size() - before, seconds, size / 1e6 / seconds);
    }
  }

  /** Of this thread, so that a busy machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private Input input(Source source, Path file, long size) {
    Entry content = new Entry(entry, size, () -> Files.newInputStream(file));
    return new Input(source, "", content, Fact.UNKNOWN_TIME);
  }

  @Override
  public void add(Fact fact) {
    facts.add(fact);
  }

  @Override
  public void gap(int line, String problem) {
    gaps++;
    System.out.println(entry + ":" + line + ": " + problem);
  }

  @Override
  public Origin at(int line) {
    return new Origin(entry, line);
  }
}
