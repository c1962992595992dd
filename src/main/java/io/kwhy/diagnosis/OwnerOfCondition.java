package io.kwhy.diagnosis;

import java.util.Optional;
import java.util.stream.Stream;
import org.drools.model.functions.PredicateInformation;
import org.drools.model.functions.PredicateInformation.RuleDef;

/** Which rule a thread is in while it holds conditions against facts: each condition is a class. */
final class OwnerOfCondition {
  private OwnerOfCondition() {}

  /**
   * The rule, of several with the same condition the one whose name sorts first; nothing where the
   * thread is in none.
   *
   * @param loader finds the classes of rules
   */
  static Optional<String> of(StackTraceElement[] stack, ClassLoader loader) {
    return Stream.of(stack)
        .map(StackTraceElement::getClassName)
        .filter(name -> name.contains(".LambdaPredicate"))
        .flatMap(name -> information(name, loader).stream())
        .flatMap(
            information -> information.getRuleDefs().stream().map(RuleDef::getRuleName).sorted())
        .findFirst();
  }

  private static Optional<PredicateInformation> information(String name, ClassLoader loader) {
    try {
      Class<?> condition = Class.forName(name, true, loader);
      Object one = condition.getField("INSTANCE").get(null);
      return Optional.of(
          (PredicateInformation) condition.getMethod("predicateInformation").invoke(one));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
