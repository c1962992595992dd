package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.Diagnosis.RootCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Recorded clusters with a known fault, or none: each must get its cause and no other. Faults that
 * are not found yet are listed in {@code still-missed.txt}, which only shrinks.
 */
class GroundTruthTest {
  private static final Path STILL_MISSED = Path.of("src/test/resources/io/kwhy/still-missed.txt");
  private static final String NONE = "-";

  /**
   * A line of {@code expect.tsv}.
   *
   * @param causes to be found, each as two regular expressions {@code id@subject}
   * @param allowed regular expression of ids that are true as well; {@code ""} for none
   */
  private record Expected(String capture, List<String> causes, String allowed) {
    static Expected of(String line) {
      String[] cells = (line + "\t\t\t").split("\t", -1);
      List<String> causes = cells[2].equals(NONE) ? List.of() : List.of(cells[2].split(" ; "));
      return new Expected(cells[0], causes, cells[3]);
    }

    boolean isHealthy() {
      return causes.isEmpty();
    }

    boolean allows(RootCause cause) {
      return !allowed.isEmpty() && Pattern.compile(allowed).matcher(cause.finding().cause()).find();
    }
  }

  @Test
  void each_capture_gets_its_cause_and_no_other() throws Exception {
    Path captures = Captures.dir();
    Set<String> offences = new TreeSet<>();
    List<String> lines = Files.readAllLines(captures.resolve("expect.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      Expected expected = Expected.of(line);
      Path capture = captures.resolve(expected.capture() + ".tar.gz");
      if (Files.exists(capture)) {
        offences.addAll(offences(expected, Captures.diagnosis(capture)));
      }
    }
    assertThat(offences).isSubsetOf(stillMissed());
  }

  private static List<String> offences(Expected expected, Diagnosis diagnosis) {
    List<String> offences = new ArrayList<>();
    List<RootCause> others = new ArrayList<>(diagnosis.rootCauses());
    for (String wanted : expected.causes()) {
      String[] patterns = wanted.split("@", 2);
      if (!others.removeIf(cause -> matches(cause, patterns[0], patterns[1]))) {
        offences.add(expected.capture() + " misses " + wanted);
      }
    }
    others.removeIf(expected::allows);
    others.forEach(
        cause ->
            offences.add(
                expected.capture()
                    + " has "
                    + cause.finding().cause()
                    + " "
                    + cause.finding().subject()));
    if (expected.isHealthy()) {
      diagnosis
          .unexplained()
          .forEach(open -> offences.add(expected.capture() + " has " + open.symptom().id()));
    }
    diagnosis
        .quarantined()
        .forEach(rule -> offences.add(expected.capture() + " fails " + rule.rule()));
    return offences;
  }

  private static boolean matches(RootCause cause, String id, String subject) {
    return Pattern.compile(id).matcher(cause.finding().cause()).find()
        && Pattern.compile(subject).matcher(cause.finding().subject().toString()).find();
  }

  private static Set<String> stillMissed() throws IOException {
    return new TreeSet<>(Files.readAllLines(STILL_MISSED));
  }
}
