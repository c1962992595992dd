package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import io.kwhy.diagnosis.Diagnosis.Certainty;
import io.kwhy.diagnosis.Diagnosis.Complaint;
import io.kwhy.diagnosis.Diagnosis.Explained;
import io.kwhy.diagnosis.Diagnosis.History;
import io.kwhy.diagnosis.Diagnosis.Note;
import io.kwhy.diagnosis.Diagnosis.Progress;
import io.kwhy.diagnosis.Diagnosis.Proof;
import io.kwhy.diagnosis.Diagnosis.Quarantined;
import io.kwhy.diagnosis.Diagnosis.RootCause;
import io.kwhy.diagnosis.Diagnosis.Ruled;
import io.kwhy.diagnosis.Diagnosis.Scope;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Symptom;
import io.kwhy.inference.Unchecked;
import io.kwhy.inference.Weight;
import io.kwhy.rule.card.Card;
import io.kwhy.rule.card.Card.Risk;
import io.kwhy.rule.card.Card.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Diagnoses made by hand. */
public final class Samples {
  static final Instant CAPTURED = Instant.parse("2026-03-01T05:53:36Z");
  static final Function<String, Optional<Card>> NO_CARDS = id -> Optional.empty();

  static final Card PASSWORD_LOST =
      new Card(
          "node-password-lost",
          Card.Kind.CAUSE,
          "registration",
          "The password of node {node} is not the one that the server remembers",
          Card.Severity.CRITICAL,
          "",
          "stable",
          List.of("https://docs.k3s.io/architecture"),
          """
          A k3s server keeps a hash of a password for **every** node name, and each host keeps the
          password in `/etc/rancher/node/password`. The one on {node} was made anew, so the server
          takes the host for a stranger who uses the node's name.

          It happens when a host is

          - reinstalled or re-imaged,
          - replaced under its old name.

          See [how nodes register](https://docs.k3s.io/architecture).
          """,
          List.of(
              new Step(
                  "Let the server forget the old password of `{node}`; it takes the new one at the"
                      + " next attempt.",
                  "kubectl -n kube-system delete secret {secret}",
                  Risk.LOW),
              new Step("Or put the old file back, if it was kept.", "", Risk.NONE)),
          List.of(
              new Step(
                  "The node is Ready within a minute:", "kubectl get node {node}", Risk.NONE)));

  static final Card NOT_REGISTERED =
      new Card(
          "node-registration-rejected",
          Card.Kind.SYMPTOM,
          "registration",
          "Node {name} is refused by the server",
          Card.Severity.CRITICAL,
          "",
          "stable",
          List.of(),
          "",
          List.of(),
          List.of());

  private Samples() {}

  static Function<String, Optional<Card>> cards() {
    Map<String, Card> byId =
        Map.of(PASSWORD_LOST.id(), PASSWORD_LOST, NOT_REGISTERED.id(), NOT_REGISTERED);
    return id -> Optional.ofNullable(byId.get(id));
  }

  static Scope scope(List<String> missing) {
    return new Scope(
        "k3s",
        CAPTURED,
        List.of("s1", "w1"),
        List.of(),
        missing,
        new TreeMap<>(Map.of("Node", 3, "Pod", 14, "Route", 20, "Link", 11)),
        34);
  }

  static Diagnosis nothing(Scope scope, Gap... gaps) {
    return found(scope, List.of(), List.of(), gaps);
  }

  /** A symptom that no cause explains. */
  public static Diagnosis unexplained(Symptom symptom) {
    Complaint open = new Complaint(symptom, CAPTURED, List.of());
    return found(scope(List.of()), List.of(), List.of(open));
  }

  private static Diagnosis found(
      Scope scope, List<RootCause> causes, List<Complaint> unexplained, Gap... gaps) {
    return new Diagnosis(
        scope,
        causes,
        List.of(),
        unexplained,
        unexplained,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(gaps),
        List.of());
  }

  static Proof proof(String entry, int line, String text, Weight weight) {
    return new Proof(new Origin(entry, line), text, weight);
  }

  /** A cause about one node, named and detailed as given. */
  public static Diagnosis about(String node, Map<String, String> details) {
    Finding finding = new Finding("node-password-lost", Subject.node(node));
    RootCause cause =
        new RootCause(
            finding,
            Certainty.CONFIRMED,
            Instant.parse("2026-03-01T05:52:23Z"),
            List.of(new Symptom("node-registration-rejected", Subject.node(node))),
            List.of(proof("nodes/s1/logs/k3s.log", 412, "refused for " + node, Weight.SUPPORTS)),
            new TreeMap<>(details));
    return found(scope(List.of()), List.of(cause), List.of());
  }

  /** A cause, and a symptom that it does not explain. */
  public static Diagnosis aboutAndUnexplained(String node, Symptom symptom) {
    Complaint open = new Complaint(symptom, CAPTURED, List.of());
    return found(scope(List.of()), about(node, Map.of()).rootCauses(), List.of(open));
  }

  /** Something in every part of it. */
  static Diagnosis everything() {
    Finding lost = new Finding("node-password-lost", Subject.node("w2"));
    Finding latent = new Finding("swap-enabled", Subject.node("w1"));
    Finding shallow = new Finding("kubelet-stopped", Subject.node("w2"));
    Symptom refused = new Symptom("node-registration-rejected", Subject.node("w2"));
    Symptom pending = new Symptom("pod-pending", new Subject("pod", "default", "web-1"));
    Instant since = Instant.parse("2026-03-01T05:52:23Z");
    RootCause first =
        new RootCause(
            lost,
            Certainty.CONFIRMED,
            since,
            List.of(refused, shallow),
            List.of(
                proof(
                    "nodes/s1/logs/k3s.log",
                    412,
                    "Mar 01 05:52:23 s1 k3s[812]: unable to verify password for node w2: the hash"
                        + " does not match what the Secret of that name in kube-system holds",
                    Weight.SUPPORTS),
                proof(
                    "nodes/w2/checks/node-password.json",
                    1,
                    "w2.node-password.k3s does not accept the password of w2",
                    Weight.PROVES)),
            new TreeMap<>(Map.of("node", "w2", "secret", "w2.node-password.k3s")));
    RootCause second =
        new RootCause(
            latent,
            Certainty.POSSIBLE,
            io.kwhy.fact.Fact.UNKNOWN_TIME,
            List.of(),
            List.of(proof("nodes/w1/commands/free.txt", 0, "Swap: 1024", Weight.SUPPORTS)),
            new TreeMap<>());
    return new Diagnosis(
        scope(List.of("w2")),
        List.of(first, second),
        List.of(
            new Explained(
                shallow,
                List.of(lost),
                List.of(proof("cluster/nodes.json", 3, "NotReady", Weight.PROVES)),
                new TreeMap<>())),
        List.of(
            new Complaint(refused, since, List.of()),
            new Complaint(
                pending,
                CAPTURED,
                List.of(
                    proof("cluster/pods.json", 90, "Pod default/web-1 Pending", Weight.PROVES)))),
        List.of(
            new Complaint(
                pending,
                CAPTURED,
                List.of(
                    proof("cluster/pods.json", 90, "Pod default/web-1 Pending", Weight.PROVES)))),
        List.of(
            new Unchecked("flannel-port-dropped", Subject.node("w2"), "iptables-save", "w2"),
            new Unchecked("node-unreachable", Subject.node("w2"), "host", "w2"),
            new Unchecked("lease-stale", Subject.node("w2"), "leases", "")),
        List.of(
            new Ruled(
                "disk-full",
                Subject.node("w1"),
                proof("nodes/w1/commands/df.txt", 3, "/ 41 % used", Weight.PROVES))),
        List.of(
            new Note(
                "role-none",
                Subject.node("w1"),
                proof("cluster/nodes.json", 2, "no role label", Weight.SUPPORTS))),
        List.of(
            new History(
                "dns-refused",
                new Subject("service", "kube-system", "kube-dns"),
                Instant.parse("2026-02-28T23:59:58Z"),
                Instant.parse("2026-03-01T00:00:04Z"),
                proof("nodes/s1/logs/k3s.log", 12, "connection refused", Weight.SUPPORTS))),
        List.of(
            new Progress(
                Subject.node("w1"), "joining", List.of("its settings", "the token"), "the CA"),
            new Progress(Subject.node("w9"), "joining", List.of(), "its settings")),
        IntStream.rangeClosed(1, 25)
            .mapToObj(i -> new Gap(new Origin("nodes/w1/logs/k3s.log", i), "not a log line"))
            .collect(Collectors.toList()),
        List.of(new Quarantined("my-rule", "condition failed: / by zero")));
  }

  static String text(Report report, Diagnosis diagnosis) {
    StringBuilder out = new StringBuilder();
    try {
      report.write(diagnosis, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
