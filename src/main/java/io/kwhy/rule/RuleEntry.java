package io.kwhy.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule, as the book lists it.
 *
 * @param area folder below the kind's, e.g. {@code registration}; {@code ""} where there is none
 * @param file as the user would name it
 * @param line of {@code rule "name"}, from 1
 * @param status of its card: stable or experimental; {@code ""} without a card
 * @param packageName package in the rule file
 * @param types full names of the types that its conditions read, sorted
 * @param requires what it cannot do without
 * @param yields what it may conclude
 */
public record RuleEntry(
    String name,
    Kind kind,
    String area,
    String file,
    int line,
    String status,
    String packageName,
    List<String> types,
    List<Requirement> requires,
    List<Yield> yields) {

  /** What a rule concludes; the name of its folder below the rules. */
  public enum Kind {
    CAUSES,
    SYMPTOMS,
    HARMLESS,
    OBSERVATIONS;

    /** Name of the folder. */
    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> ofFolder(String folder) {
      for (Kind kind : values()) {
        if (kind.folder().equals(folder)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** What the card of such a rule is about; empty for observations, which have none. */
    Optional<Card.Kind> card() {
      return switch (this) {
        case CAUSES -> Optional.of(Card.Kind.CAUSE);
        case SYMPTOMS -> Optional.of(Card.Kind.SYMPTOM);
        case HARMLESS -> Optional.of(Card.Kind.HARMLESS);
        case OBSERVATIONS -> Optional.empty();
      };
    }
  }

  public RuleEntry {
    types = List.copyOf(types);
    requires = List.copyOf(requires);
    yields = List.copyOf(yields);
  }
}
