package io.kwhy.cli;

import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.bundle.reading.UnreadableBundleException;
import io.kwhy.cli.loopback.Http2Server;
import io.kwhy.cli.loopback.TlsFront;
import io.kwhy.diagnosis.Diagnoser;
import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.fact.Fact;
import io.kwhy.report.JsonReport;
import io.kwhy.report.TextReport;
import io.kwhy.report.TextStyle;
import io.kwhy.rule.RuleBook;
import io.kwhy.serve.ApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
   * @throws GeneralSecurityException if the keys that are there for TLS are no good
   */
  public static void main(String[] bundles)
      throws IOException, UnreadableBundleException, GeneralSecurityException {
    Main.run("--version");
    Engine engine = Engine.with(List.of());
    Diagnoser diagnoser = new Diagnoser(RuleBook.builtIn());
    Progress quiet = Progress.onTerminal(false);
    StringBuilder unread = new StringBuilder();
    for (String bundle : bundles) {
      List<Path> one = List.of(Path.of(bundle));
      List<Fact> facts = engine.facts(one);
      diagnoser.diagnose(facts);
      Diagnosis diagnosis = engine.diagnose(facts, quiet);
      new TextReport(engine::card, TextStyle.plain()).write(diagnosis, unread);
      new JsonReport(engine::card).write(diagnosis, unread);
    }
    Main.run("diagnose", bundles[0]);
    Main.run("diagnose", "--format", "json", bundles[0]);
    live(Path.of(bundles[0]));
  }

  /** A look at a cluster on loopback; where there is no loopback, a live start is slower. */
  private static void live(Path sample)
      throws IOException, UnreadableBundleException, GeneralSecurityException {
    String keys = System.getProperty("kwhy.rehearsal.keys", "");
    try (Bundle bundle = BundleReader.read(List.of(sample));
        ApiServer server = ApiServer.start(bundle, 0)) {
      look(server.kubeconfig());
      if (!keys.isEmpty()) {
        look(keys, server.port());
        try (Http2Server other = new Http2Server()) {
          look(keys, other.port(), "h2");
        }
      }
    }
  }

  private static void look(String keys, int port, String... protocols)
      throws IOException, GeneralSecurityException {
    try (TlsFront front = new TlsFront(Path.of(keys), port, protocols)) {
      look(front.kubeconfig());
    }
  }

  private static void look(String kubeconfig) throws IOException {
    Path file = Files.createTempFile("kwhy-", ".kubeconfig");
    try {
      Files.writeString(file, kubeconfig);
      Main.run("diagnose", "--nodes", "none", "--kubeconfig", file.toString());
    } finally {
      Files.delete(file);
    }
  }
}
