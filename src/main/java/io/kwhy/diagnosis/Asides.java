package io.kwhy.diagnosis;

import static java.util.Comparator.comparing;

import io.kwhy.diagnosis.Diagnosis.History;
import io.kwhy.diagnosis.Diagnosis.Note;
import io.kwhy.diagnosis.Diagnosis.Proof;
import io.kwhy.diagnosis.Diagnosis.Ruled;
import io.kwhy.fact.Fact;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Unchecked;
import io.kwhy.inference.Weight;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a diagnosis tells besides causes and symptoms: what was left open, what was ruled out, what
 * only looks wrong and what is over; each sorted, and once.
 */
final class Asides {
  private static final Comparator<Unchecked> UNCHECKED =
      comparing(Unchecked::cause)
          .thenComparing(Unchecked::subject)
          .thenComparing(Unchecked::node)
          .thenComparing(Unchecked::source);

  private static final Comparator<Ruled> RULED =
      comparing(Ruled::cause)
          .thenComparing(Ruled::subject)
          .thenComparing(Ruled::because, Proofs.ORDER);

  private static final Comparator<Note> NOTE =
      comparing(Note::id).thenComparing(Note::subject).thenComparing(Note::because, Proofs.ORDER);

  private static final Comparator<History> HISTORY =
      comparing(History::id)
          .thenComparing(History::subject)
          .thenComparing(History::from)
          .thenComparing(History::until)
          .thenComparing(History::because, Proofs.ORDER);

  private final Conclusions conclusions;
  private final Set<Finding> found;

  Asides(Conclusions conclusions) {
    this.conclusions = conclusions;
    this.found = new HashSet<>(conclusions.findings());
  }

  /** What was left open; not where the cause was found by other evidence. */
  List<Unchecked> unchecked() {
    return conclusions.unchecked().stream()
        .filter(open -> !isFound(open.cause(), open.subject()))
        .sorted(UNCHECKED)
        .toList();
  }

  /** What was looked for and is not so; likewise. */
  List<Ruled> ruledOut() {
    return told(
        conclusions.ruledOut().stream()
            .filter(out -> !isFound(out.cause(), out.subject()))
            .toList(),
        out -> new Ruled(out.cause(), out.subject(), proof(out.fact())),
        RULED);
  }

  /** What looks wrong and is not. */
  List<Note> harmless() {
    return told(
        conclusions.harmless(),
        note -> new Note(note.id(), note.subject(), proof(note.fact())),
        NOTE);
  }

  /** What was wrong and is over. */
  List<History> past() {
    return told(
        conclusions.past(),
        past ->
            new History(past.id(), past.subject(), past.from(), past.until(), proof(past.fact())),
        HISTORY);
  }

  private static <C, T> List<T> told(
      Collection<C> concluded, Function<C, T> as, Comparator<T> order) {
    return concluded.stream().map(as).distinct().sorted(order).toList();
  }

  private static Proof proof(Fact fact) {
    return Proofs.of(fact, Weight.PROVES);
  }

  private boolean isFound(String cause, Subject subject) {
    return found.contains(new Finding(cause, subject));
  }
}
