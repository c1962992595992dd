package io.kwhy.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.inference.Effect;
import io.kwhy.inference.Explains;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Subject;
import io.kwhy.inference.Symptom;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final Finding DISK = finding("disk-full");
  private static final Finding SQLITE = finding("sqlite-not-writable");
  private static final Finding STOPPED = finding("k3s-stopped");
  private static final Finding OTHER = finding("wrong-selector");
  private static final Symptom NOT_READY = new Symptom("node-not-ready", Subject.node("w1"));
  private static final Symptom NO_API = new Symptom("api-server-unavailable", Subject.node("w1"));

  @Test
  void what_nothing_explains_is_a_root() {
    Explanations explanations =
        explanations(new Explains(DISK, SQLITE), new Explains(SQLITE, NOT_READY));
    assertThat(explanations.roots()).containsExactly(DISK, STOPPED, OTHER);
    assertThat(explanations.explainersOf(NOT_READY)).containsExactly(SQLITE);
  }

  @Test
  void effects_are_reached_through_others() {
    Explanations explanations =
        explanations(
            new Explains(DISK, SQLITE),
            new Explains(SQLITE, NOT_READY),
            new Explains(SQLITE, NO_API));
    assertThat(explanations.effectsOf(DISK)).containsExactlyInAnyOrder(SQLITE, NOT_READY, NO_API);
    assertThat(explanations.symptomsOf(DISK)).isEqualTo(2);
    assertThat(explanations.symptomsOf(OTHER)).isZero();
  }

  @Test
  void of_a_circle_one_stays_a_root() {
    Explanations explanations =
        explanations(new Explains(DISK, SQLITE), new Explains(SQLITE, DISK));
    assertThat(explanations.roots()).containsExactly(DISK, STOPPED, OTHER);
  }

  @Test
  void circle_behind_a_root_has_none() {
    Explanations explanations =
        explanations(
            new Explains(OTHER, SQLITE), new Explains(DISK, SQLITE), new Explains(SQLITE, DISK));
    assertThat(explanations.roots()).containsExactly(STOPPED, OTHER);
  }

  @Test
  void what_is_not_there_is_not_explained() {
    Effect absent = new Symptom("pod-not-ready", Subject.node("w2"));
    Explanations explanations =
        explanations(
            new Explains(DISK, absent),
            new Explains(finding("not-found"), NOT_READY),
            new Explains(OTHER, OTHER));
    assertThat(explanations.effectsOf(DISK)).isEmpty();
    assertThat(explanations.explainersOf(NOT_READY)).isEmpty();
    assertThat(explanations.roots()).contains(OTHER);
  }

  private static Explanations explanations(Explains... explains) {
    return new Explanations(
        List.of(DISK, SQLITE, STOPPED, OTHER), List.of(NOT_READY, NO_API), List.of(explains));
  }

  private static Finding finding(String cause) {
    return new Finding(cause, Subject.node("w1"));
  }
}
