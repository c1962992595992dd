package io.kwhy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.pseudonym.Pseudonyms;
import io.kwhy.bundle.pseudonym.Renaming;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.Copy;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.Fact;
import io.kwhy.report.JsonReport;
import io.kwhy.rule.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded clusters under pseudonyms: the same is wrong with them, and nobody is named. */
@Tag("slow")
@Order(1)
class PseudonymousCapturesTest {
  private static final RuleBook RULES = RuleBook.builtIn();
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[0-9](?<![0-9A-Za-z_.].)[0-9]{0,2}\\.(?:[0-9]{1,3}\\.){2}[0-9]{1,3}(?![0-9A-Za-z_.])");

  /** What everybody has: masks, loopback and the like, k3s's usual networks, documents'. */
  private static final Pattern EVERYBODYS =
      Pattern.compile(
          "(?:0|127|22[4-9]|23\\d|24\\d|25\\d)\\..*|169\\.254\\..*|10\\.4[23]\\..*|192\\.0\\.2\\..*"
              + "|198\\.51\\.100\\..*|203\\.0\\.113\\..*|8\\.8\\.[48]\\..*|1\\.[01]\\.[01]\\..*"
              + "|10\\.0\\.0\\.0|10\\.255\\.255\\.255|172\\.16\\.0\\.0|192\\.168\\.0\\.0|100\\.64\\.0\\.0");

  static Stream<Path> captures() {
    String only = System.getProperty("kwhy.capture", "");
    return Captures.all().stream().filter(file -> file.toString().contains(only));
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("captures")
  void same_diagnosis_under_other_names(Path capture) throws Exception {
    try (Bundle original = BundleReader.read(List.of(capture));
        Draft copied = Copy.of(original, Captures::fits);
        Bundle copy = BundleReader.of("bundle", copied.entries())) {
      check(capture, original, copy, Pseudonyms.of(copy.entries(), copy.manifest()));
    }
  }

  private static void check(Path capture, Bundle original, Bundle copy, Pseudonyms pseudonyms)
      throws Exception {
    try (Draft draft = Renaming.of(copy, pseudonyms);
        Bundle renamed = BundleReader.of("bundle", draft.entries())) {
      Diagnosis plain = Captures.diagnosis(Captures.facts(copy));
      List<Fact> facts = Captures.facts(renamed);
      assertThat(findings(plain)).isEqualTo(findings(Captures.diagnosis(capture)));
      assertThat(report(Captures.diagnosis(facts)))
          .isEqualTo(report(plain).stream().map(pseudonyms::text).sorted().toList());
      assertThat(strangers(original, renamed, facts)).isEmpty();
    }
  }

  private static List<String> findings(Diagnosis diagnosis) {
    List<String> all = new ArrayList<>();
    diagnosis.rootCauses().forEach(cause -> all.add(cause.finding() + " " + cause.certainty()));
    diagnosis.unexplained().forEach(complaint -> all.add(complaint.symptom().toString()));
    return all;
  }

  private static List<String> report(Diagnosis diagnosis) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonReport(RULES::card).write(diagnosis, out);
    // Commas and order may differ where names are sorted.
    return out.toString().lines().map(line -> line.replaceAll(",$", "")).sorted().toList();
  }

  /** Names and addresses of the original's hosts that are in what is shown. */
  private static Set<String> strangers(Bundle original, Bundle renamed, List<Fact> facts)
      throws IOException {
    Set<String> known = addresses(original);
    Set<String> found = new TreeSet<>(addresses(renamed));
    found.retainAll(known);
    Pattern names = anyOf(original.manifest().nodes().keySet());
    for (Entry entry : renamed.entries()) {
      Matcher name = names.matcher(entry.path() + "\n" + text(entry));
      while (name.find()) {
        found.add(entry.path() + ": " + name.group());
      }
    }
    for (Fact fact : facts) {
      Matcher name = names.matcher(fact.toString());
      if (name.find()) {
        found.add(fact.toString());
      }
    }
    return found;
  }

  /** Looks at the first letter first: most are none of a name. */
  private static Pattern anyOf(Set<String> names) {
    return Pattern.compile(
        names.stream()
                .map(name -> Pattern.quote(name.substring(0, 1)))
                .distinct()
                .collect(Collectors.joining("|", "(?=", ")"))
            + names.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![A-Za-z0-9_.])(?:", ")(?![A-Za-z0-9_])")));
  }

  private static Set<String> addresses(Bundle bundle) throws IOException {
    Set<String> addresses = new TreeSet<>();
    for (Entry entry : bundle.entries()) {
      Matcher address = ADDRESS.matcher(text(entry));
      while (address.find()) {
        if (!EVERYBODYS.matcher(address.group()).matches()) {
          addresses.add(address.group());
        }
      }
    }
    return addresses;
  }

  private static String text(Entry entry) throws IOException {
    return new String(entry.open().readAllBytes(), StandardCharsets.UTF_8);
  }
}
