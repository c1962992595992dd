package io.kwhy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.bundle.reading.UnreadableBundleException;
import io.kwhy.bundle.redaction.ScryptHash;
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

  /** A few clusters were recorded again and again; a check takes a tenth of a second. */
  private static final Map<List<String>, Boolean> CHECKED = new ConcurrentHashMap<>();

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
    private static final FactReader READER = new FactReader(BOOK.signals(), Captures::fits);
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

  /** Whether the hash of a node password was made of that password. */
  public static boolean fits(String hash, String password) {
    return CHECKED.computeIfAbsent(
        List.of(hash, password), pair -> ScryptHash.accepts(hash, password));
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

  /** What is in a bundle that was made of a capture. */
  public static List<Fact> facts(Bundle bundle) {
    return Rules.READER.read(bundle);
  }

  /** What facts mean, with all rules. */
  public static Diagnosis diagnosis(List<Fact> facts) {
    return Rules.DIAGNOSER.diagnose(facts);
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
