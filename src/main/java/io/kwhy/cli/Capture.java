package io.kwhy.cli;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.draft.BundleWriter;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.draft.UnwritableBundleException;
import io.kwhy.bundle.pseudonym.Renaming;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.bundle.reading.BundleRoot;
import io.kwhy.bundle.reading.UnreadableBundleException;
import io.kwhy.collect.Copy;
import io.kwhy.collect.Look;
import io.kwhy.collect.node.NodeScript;
import io.kwhy.report.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "capture",
    description = "Look at a cluster and its hosts, read-only, and keep what was seen in a bundle.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kwhy capture -o bundle.tgz                     the cluster, and this host if it is k3s's",
      "  kwhy capture -o bundle.tgz --nodes ssh --sudo  the cluster and all its hosts",
      "  kwhy capture bundle.tgz --redact addresses -o public.tgz",
      "  kwhy capture --print-script > look.sh          then, on a host: sudo sh look.sh > w1.kwhy"
    })
final class Capture implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What may be exchanged for pseudonyms. */
  enum Redact {
    addresses
  }

  @Parameters(
      paramLabel = "BUNDLE",
      description = "Bundles to write as one, without secrets. None: look at the live cluster.")
  private List<Path> bundles = List.of();

  @Mixin private LiveOptions live;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the bundle there, a .tar.gz.")
  private Path output;

  @Option(
      names = "--redact",
      paramLabel = "WHAT",
      description =
          "${COMPLETION-CANDIDATES}: pseudonyms for IP addresses and host names, by which a diagnosis"
              + " comes to the same result. Parts of one cluster must be given together: those of"
              + " one bundle mean nothing in another.")
  private Redact redact;

  @Option(
      names = "--print-script",
      description =
          "Print the shell script that looks at a host; its output is a part of a bundle.")
  private boolean printScript;

  @Override
  public Integer call() throws Exception {
    if (printScript) {
      System.out.print(new NodeScript(NodeScript.Passwords.FINGERPRINTS, live.hours(), "").text());
      System.out.flush();
      return ExitCode.NOTHING_FOUND.code();
    }
    if (output == null) {
      throw new ParameterException(
          spec.commandLine(), "expected -o FILE to write the bundle to, or --print-script");
    }
    try (Draft draft = bundles.isEmpty() ? look(live).take() : copy(bundles)) {
      List<Entry> entries = redact == null ? keep(draft, output) : keepRenamed(draft);
      System.err.println("kwhy: kept " + entries.size() + " entries in " + output);
      boolean nothing = entries.size() == 1;
      return (nothing ? ExitCode.COULD_NOT_LOOK : ExitCode.NOTHING_FOUND).code();
    }
  }

  /** The spool of a draft is a file that has no name: nothing of it is to be found later. */
  private List<Entry> keepRenamed(Draft draft)
      throws IOException, UnreadableBundleException, UnwritableBundleException {
    try (Bundle bundle = BundleReader.of(root(output), draft.entries());
        Draft renamed = Renaming.of(bundle)) {
      return keep(renamed, output);
    }
  }

  private static Draft copy(List<Path> inputs) throws IOException, UnreadableBundleException {
    try (Bundle bundle = BundleReader.read(inputs)) {
      return Copy.of(bundle);
    }
  }

  /** A look at what the options name. */
  static Look look(LiveOptions live) {
    return new Look(
        live.wanted(),
        System.getenv(),
        Clock.systemUTC(),
        line -> System.err.println("kwhy: " + SafeText.escape(line)));
  }

  /** Writes a bundle; its entries. */
  static List<Entry> keep(Draft draft, Path file) throws IOException, UnwritableBundleException {
    List<Entry> entries = draft.entries();
    BundleWriter.write(entries, root(file), draft.collectedAt(), file);
    return entries;
  }

  /** Not what a bundle has at its own top: who unpacks it would take one for the other. */
  static String root(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.', 1);
    String root = dot < 0 ? name : name.substring(0, dot);
    return BundleRoot.isTopFolder(root) ? "kwhy-" + root : root;
  }
}
