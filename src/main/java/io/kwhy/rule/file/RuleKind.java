package io.kwhy.rule.file;

import java.util.Locale;
import java.util.Optional;

/** What a rule concludes; the name of its folder below the rules. */
public enum RuleKind {
  CAUSES,
  SYMPTOMS,
  HARMLESS,
  OBSERVATIONS;

  /** Name of the folder. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind whose folder is called so. */
  public static Optional<RuleKind> ofFolder(String folder) {
    for (RuleKind kind : values()) {
      if (kind.folder().equals(folder)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether a card says what such a rule is about; observations have none. */
  public boolean hasCard() {
    return this != OBSERVATIONS;
  }
}
