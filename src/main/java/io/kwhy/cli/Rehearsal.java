package io.kwhy.cli;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.BundleReader;
import io.kwhy.bundle.UnreadableBundleException;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.report.JsonReport;
import io.kwhy.report.TextReport;
import io.kwhy.report.TextStyle;
import io.kwhy.rule.RuleBook;
import io.kwhy.serve.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads once whatever a diagnosis may load, all rules among it, so that the JVM can keep an archive
 * of it: run when the distribution is made.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Diagnoses bundles, one after the other, and tells nobody.
   *
   * @throws IOException if a bundle cannot be read
   */
  public static void main(String[] bundles) throws IOException, UnreadableBundleException {
    Main.run("--version");
    Engine engine = Engine.with(List.of());
    Diagnoser diagnoser = new Diagnoser(RuleBook.builtIn());
    Progress quiet = Progress.onTerminal(false);
    StringBuilder unread = new StringBuilder();
    for (String bundle : bundles) {
      List<Path> one = List.of(Path.of(bundle));
      diagnoser.diagnose(engine.facts(one));
      new TextReport(engine::card, TextStyle.plain()).write(engine.diagnose(one, quiet), unread);
      new JsonReport(engine::card).write(engine.diagnose(one, quiet), unread);
    }
    Main.run("diagnose", bundles[0]);
    live(Path.of(bundles[0]));
  }

  /** A look at a cluster on loopback; where there is no loopback, a live start is slower. */
  private static void live(Path sample) throws IOException, UnreadableBundleException {
    Path kubeconfig = Files.createTempFile("kwhy-", ".kubeconfig");
    try (Bundle bundle = BundleReader.read(List.of(sample));
        ApiServer server = ApiServer.start(bundle, 0)) {
      Files.writeString(kubeconfig, server.kubeconfig());
      Main.run("diagnose", "--nodes", "none", "--kubeconfig", kubeconfig.toString());
    } finally {
      Files.delete(kubeconfig);
    }
  }
}
