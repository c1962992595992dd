package io.kwhy;

import io.kwhy.rule.RuleBook;
import io.kwhy.rule.card.Card;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the name of a folder in {@code facts-samples/} promises.
 *
 * <ul>
 *   <li>{@code healthy-…}: no cause
 *   <li>{@code combo-…}: two faults or more
 *   <li>{@code ID}: that cause alone; that symptom or harmless look-alike, and no cause
 *   <li>{@code ID-variant}: that cause, perhaps with others; likewise for a symptom or look-alike
 *   <li>{@code ID~why-not}: looks like ID, and is not
 * </ul>
 *
 * @param id {@code ""} for healthy and combo
 */
record SampleName(String name, Promise promise, String id) {
  enum Promise {
    HEALTHY,
    COMBO,
    ALONE,
    VARIANT,
    NEAR_MISS,
    UNKNOWN
  }

  static SampleName of(String name, RuleBook rules) {
    if (name.equals("healthy") || name.startsWith("healthy-")) {
      return new SampleName(name, Promise.HEALTHY, "");
    }
    if (name.startsWith("combo-")) {
      return new SampleName(name, Promise.COMBO, "");
    }
    int tilde = name.indexOf('~');
    if (tilde >= 0) {
      String id = name.substring(0, tilde);
      Promise promise = rules.card(id).isPresent() ? Promise.NEAR_MISS : Promise.UNKNOWN;
      return new SampleName(name, promise, id);
    }
    Optional<String> id =
        rules.cards().stream()
            .map(Card::id)
            .filter(each -> name.equals(each) || name.startsWith(each + "-"))
            .max(Comparator.comparing(String::length));
    return id.map(each -> new SampleName(name, promise(name, each), each))
        .orElse(new SampleName(name, Promise.UNKNOWN, name));
  }

  private static Promise promise(String name, String id) {
    return name.equals(id) ? Promise.ALONE : Promise.VARIANT;
  }
}
