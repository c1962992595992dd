package io.kwhy.diagnosis;

import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.inference.Effect;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Symptom;
import io.kwhy.inference.Unchecked;
import io.kwhy.inference.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What is wrong, what proves it, and what is left open. Everything in it is sorted; the same facts
 * in any order give an equal diagnosis.
 *
 * @param scope what was looked at
 * @param rootCauses findings that no other finding explains, most explained symptoms first
 * @param explained findings that another one explains
 * @param symptoms all complaints, explained or not
 * @param unexplained complaints that no finding explains
 * @param unchecked causes that could hold, where the evidence to tell was not captured
 * @param progress how far hosts came that did not get to the end of a way
 * @param gaps what could not be read
 * @param quarantined rules and models that failed and were left out
 */
public record Diagnosis(
    Scope scope,
    List<RootCause> rootCauses,
    List<Explained> explained,
    List<Complaint> symptoms,
    List<Complaint> unexplained,
    List<Unchecked> unchecked,
    List<Ruled> ruledOut,
    List<Note> harmless,
    List<History> past,
    List<Progress> progress,
    List<Gap> gaps,
    List<Quarantined> quarantined) {

  /**
   * What was looked at.
   *
   * @param product what was captured, e.g. {@code k3s}; {@code ""} where the bundle does not say
   * @param collectedAt UTC, or {@link io.kwhy.fact.Fact#UNKNOWN_TIME}
   * @param hosts hosts whose own files and commands were captured
   * @param partialHosts those of them that could not be looked at to the end or with all rights; a
   *     gap says why
   * @param missingHosts hosts that could not be looked at
   * @param counts facts by kind, e.g. {@code Node: 3}
   * @param rules how many rules were held against them
   */
  public record Scope(
      String product,
      Instant collectedAt,
      List<String> hosts,
      List<String> partialHosts,
      List<String> missingHosts,
      SortedMap<String, Integer> counts,
      int rules) {
    /** What a bundle says of itself, and a version that anybody may ask for. */
    private static final Set<String> NO_EVIDENCE =
        Set.of("CaptureTime", "Captured", "Gap", "Host", "NotCaptured", "ServerVersion");

    /** Whether nothing was looked at that could be wrong. */
    boolean sawNothing() {
      boolean onlyVersion =
          counts.getOrDefault("Captured", 0) <= counts.getOrDefault("ServerVersion", 0);
      return hosts.isEmpty() && onlyVersion && NO_EVIDENCE.containsAll(counts.keySet());
    }
  }

  /** How sure a cause is. */
  public enum Certainty {
    /** Its mechanism was seen. */
    CONFIRMED,
    /** Two or more independent pieces of evidence point to it. */
    LIKELY,
    /** Less than that. */
    POSSIBLE
  }

  /** The outcome in a word. */
  public enum Verdict {
    HEALTHY,
    CAUSES_FOUND,
    UNEXPLAINED,
    COULD_NOT_LOOK
  }

  /** A piece of evidence: where it stands and what it says. */
  public record Proof(Origin origin, String text, Weight weight) {}

  /**
   * What to mend.
   *
   * @param since when it began, UTC, as far as its evidence tells; {@link
   *     io.kwhy.fact.Fact#UNKNOWN_TIME} where it does not
   * @param explains what it brings about; empty: true, with no symptom captured
   * @param details what fills the placeholders of its card
   */
  public record RootCause(
      Finding finding,
      Certainty certainty,
      Instant since,
      List<Effect> explains,
      List<Proof> evidence,
      SortedMap<String, String> details) {}

  /** A finding that another finding explains. */
  public record Explained(
      Finding finding, List<Finding> by, List<Proof> evidence, SortedMap<String, String> details) {}

  /** A symptom, with where it shows. */
  public record Complaint(Symptom symptom, Instant since, List<Proof> evidence) {}

  /** A cause that was looked for and is not there. */
  public record Ruled(String cause, Subject subject, Proof because) {}

  /** Something that looks wrong and is not. */
  public record Note(String id, Subject subject, Proof because) {}

  /** Something that was wrong and is over. */
  public record History(String id, Subject subject, Instant from, Instant until, Proof because) {}

  /**
   * How far a host came.
   *
   * @param way where to, in a word: {@code joining}
   * @param passed stages that it passed, in order
   * @param stoppedAt the stage that it did not pass
   */
  public record Progress(Subject subject, String way, List<String> passed, String stoppedAt) {
    public Progress {
      passed = List.copyOf(passed);
    }
  }

  /**
   * What failed.
   *
   * @param rule its name, or that of a model: {@code model reach}
   */
  public record Quarantined(String rule, String problem) {}

  public Diagnosis {
    rootCauses = List.copyOf(rootCauses);
    explained = List.copyOf(explained);
    symptoms = List.copyOf(symptoms);
    unexplained = List.copyOf(unexplained);
    unchecked = List.copyOf(unchecked);
    ruledOut = List.copyOf(ruledOut);
    harmless = List.copyOf(harmless);
    past = List.copyOf(past);
    progress = List.copyOf(progress);
    gaps = List.copyOf(gaps);
    quarantined = List.copyOf(quarantined);
  }

  /** The outcome in a word. */
  public Verdict verdict() {
    if (!rootCauses.isEmpty()) {
      return Verdict.CAUSES_FOUND;
    }
    if (!unexplained.isEmpty()) {
      return Verdict.UNEXPLAINED;
    }
    return scope.sawNothing() || brokeOff() ? Verdict.COULD_NOT_LOOK : Verdict.HEALTHY;
  }

  /** A bundle that ends too early to hold a host, a Node or a pod says nothing of their health. */
  private boolean brokeOff() {
    return !gaps.isEmpty()
        && scope.hosts().isEmpty()
        && !scope.counts().containsKey("Node")
        && !scope.counts().containsKey("Pod");
  }
}
