package io.kwhy.cli;

import static java.util.stream.Collectors.joining;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.Look;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.Fact;
import io.kwhy.parse.ReadAhead;
import io.kwhy.report.JsonReport;
import io.kwhy.report.Report;
import io.kwhy.report.TextReport;
import io.kwhy.report.TextStyle;
import io.kwhy.report.YamlReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diagnose",
    description =
        "Name the root causes in a cluster or in captured bundles, with their proof and their fix.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kwhy diagnose                              the live cluster",
      "  kwhy diagnose bundle.tgz",
      "  kwhy diagnose server.tgz worker.tgz        several parts of one cluster",
      "  kwhy diagnose bundle.tgz -f json -o report.json",
      "",
      "Exit codes: 0 nothing wrong found, 1 causes found, 2 wrong usage, 3 could not look,",
      "4 symptoms but no known cause."
    })
final class Diagnose implements Callable<Integer> {
  /** Formats of a report. */
  enum Format {
    text,
    json,
    yaml
  }

  @Parameters(
      paramLabel = "BUNDLE",
      description =
          "Folder, .tar.gz, .tar or .zip, or what the script of kwhy capture printed; several are"
              + " merged. None: look at the live cluster.")
  private List<Path> bundles = List.of();

  @Mixin private LiveOptions live = new LiveOptions();

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      description = "Without BUNDLE: also write what was seen there, as a bundle.")
  private Path keep;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Rules of your own, on top of the built-in ones.")
  private List<Path> rules = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report there.")
  private Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit with 1 only for causes of at least that severity: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private FailOn failOn = FailOn.info;

  @Option(
      names = {"-q", "--quiet"},
      description = "Only the verdict and the titles.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also what was ruled out, and every gap.")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Terminal.Colour colour = Terminal.Colour.auto;

  private Aside<Ready> begun;

  /**
   * A diagnosis of these, or of the live cluster, with what is usual for all else; its rules get
   * ready already.
   */
  static Diagnose of(List<Path> bundles) {
    Diagnose diagnose = new Diagnose();
    diagnose.bundles = bundles;
    diagnose.begin();
    return diagnose;
  }

  /** Lets another thread get the rules ready, whatever the options will say. */
  void begin() {
    begun = Aside.start(() -> Ready.with(List.of()));
  }

  @Override
  public Integer call() throws Exception {
    if (verbose) {
      ClassArchive.tell(System.err);
    }
    if (bundles.isEmpty()) {
      return look();
    }
    return read();
  }

  private int read() throws Exception {
    Aside<Ready> ready = ready();
    Diagnosis diagnosis;
    try (Progress progress = progress()) {
      progress.stage("reading " + bundles.stream().map(Path::toString).collect(joining(", ")));
      try (Bundle bundle = BundleReader.read(bundles)) {
        diagnosis = diagnosis(ready, bundle, ReadAhead.none(), progress);
      }
    }
    return told(ready.get().engine(), diagnosis);
  }

  private int told(Engine engine, Diagnosis diagnosis) throws Exception {
    Output.write(output, System.out, out -> report(engine).write(diagnosis, out));
    return failOn.exitCode(diagnosis, engine::card).code();
  }

  /** Who has to mend a rule first is not to wait for anything else. */
  private Aside<Ready> ready() throws Exception {
    if (begun == null) {
      begin();
    }
    if (rules.isEmpty()) {
      return begun;
    }
    try (Progress progress = progress()) {
      progress.stage("getting the rules ready");
      begun.get();
      Aside<Ready> own = Aside.start(() -> Ready.with(rules));
      own.get();
      return own;
    }
  }

  private Progress progress() {
    return Progress.onTerminal(!quiet);
  }

  private static Diagnosis diagnosis(
      Aside<Ready> ready, Bundle bundle, ReadAhead ahead, Progress progress) throws Exception {
    progress.stage("getting the rules ready");
    Engine engine = ready.get().engine();
    progress.stage("reading what was seen");
    List<Fact> facts = engine.reader().read(bundle, ahead);
    ready.get().warm().join();
    return engine.diagnose(facts, progress);
  }

  /** Live is capture and replay: a bundle is made, and diagnosed as if it had been read. */
  private int look() throws Exception {
    Aside<Ready> ready = ready();
    Look look = Capture.look(live);
    ReadAhead ahead = new ReadAhead(look.startedAt());
    Diagnosis diagnosis;
    try (Draft draft = look.take(ahead::begin)) {
      if (keep != null) {
        Capture.keep(draft, keep);
      }
      try (Bundle bundle = BundleReader.of("live", draft.entries());
          Progress progress = progress()) {
        diagnosis = diagnosis(ready, bundle, ahead, progress);
      }
    }
    return told(ready.get().engine(), diagnosis);
  }

  private Report report(Engine engine) {
    TextStyle.Amount amount =
        quiet ? TextStyle.Amount.BRIEF : verbose ? TextStyle.Amount.ALL : TextStyle.Amount.USUAL;
    return switch (format) {
      case text -> new TextReport(engine::card, Terminal.style(colour, output == null, amount));
      case json -> new JsonReport(engine::card);
      case yaml -> new YamlReport(engine::card);
    };
  }
}
