package io.kwhy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.BundleReader;
import io.kwhy.bundle.UnreadableBundleException;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.Fact;
import io.kwhy.parse.FactReader;
import io.kwhy.rule.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Bundles that were recorded on a real k3s. */
public final class Captures {
  /** Each is read once, whoever asks: the check of three node passwords alone takes a while. */
  private static final Map<Path, Future<List<Fact>>> FACTS = new ConcurrentHashMap<>();

  private static final Map<Path, Future<Diagnosis>> DIAGNOSES = new ConcurrentHashMap<>();

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "captures");
            thread.setDaemon(true);
            return thread;
          });

  private Captures() {}

  private static final class Rules {
    private static final RuleBook BOOK = RuleBook.builtIn();
    private static final FactReader READER = new FactReader(BOOK.signals());
    private static final Diagnoser DIAGNOSER = new Diagnoser(BOOK);
  }

  /** What is in a capture. */
  public static List<Fact> facts(Path capture) {
    return once(FACTS, capture, () -> read(capture));
  }

  private static List<Fact> read(Path capture) throws IOException, UnreadableBundleException {
    try (Bundle bundle = BundleReader.read(List.of(capture))) {
      return Rules.READER.read(bundle);
    }
  }

  /** What a capture means, with all rules. */
  public static Diagnosis diagnosis(Path capture) {
    return once(DIAGNOSES, capture, () -> Rules.DIAGNOSER.diagnose(facts(capture)));
  }

  /**
   * Work for all, in a thread that runs no tests: where work is shared out, a thread of the tests'
   * pool that waits for its part takes another test meanwhile, and that would wait for this one.
   */
  private static <T> T once(Map<Path, Future<T>> done, Path capture, Callable<T> work) {
    try {
      return done.computeIfAbsent(capture, file -> THREADS.submit(work)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(capture.toString(), e.getCause());
    }
  }

  /** What a bundle means that was made of a capture, with all rules. */
  public static Diagnosis diagnosis(Bundle bundle) {
    return Rules.DIAGNOSER.diagnose(Rules.READER.read(bundle));
  }

  /** The folder they lie in; where there is none, the test is skipped. */
  public static Path dir() {
    Path dir = Path.of(System.getProperty("kwhy.captures", "../shared/captures"));
    assumeTrue(Files.isDirectory(dir), "no captures in " + dir);
    return dir;
  }

  /** All of them, by name. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.list(dir())) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
