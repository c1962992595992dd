package io.kwhy.inference;

import java.util.Objects;

/**
 * A complaint: what the user would notice.
 *
 * @param id kebab-case, the name of the rule that says so
 */
public record Symptom(String id, Subject subject) implements Effect {
  public Symptom {
    Objects.requireNonNull(id);
    Objects.requireNonNull(subject);
  }
}
