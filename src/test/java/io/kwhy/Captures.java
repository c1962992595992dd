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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Bundles that were recorded on a real k3s. */
public final class Captures {
  /** Each is read once, whoever asks: the check of three node passwords alone takes a while. */
  private static final Map<Path, List<Fact>> FACTS = new ConcurrentHashMap<>();

  private static final Map<Path, Diagnosis> DIAGNOSES = new ConcurrentHashMap<>();

  private Captures() {}

  private static final class Rules {
    private static final RuleBook BOOK = RuleBook.builtIn();
    private static final FactReader READER = new FactReader(BOOK.signals());
    private static final Diagnoser DIAGNOSER = new Diagnoser(BOOK);
  }

  /** What is in a capture. */
  public static List<Fact> facts(Path capture) {
    return FACTS.computeIfAbsent(
        capture,
        file -> {
          try (Bundle bundle = BundleReader.read(List.of(file))) {
            return Rules.READER.read(bundle);
          } catch (IOException | UnreadableBundleException e) {
            throw new IllegalStateException(file.toString(), e);
          }
        });
  }

  /** What a capture means, with all rules. */
  public static Diagnosis diagnosis(Path capture) {
    return DIAGNOSES.computeIfAbsent(capture, file -> Rules.DIAGNOSER.diagnose(facts(file)));
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
