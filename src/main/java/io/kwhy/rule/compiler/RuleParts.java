package io.kwhy.rule.compiler;

import io.kwhy.rule.selection.PartialModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Drools put the rules of a package: some in each of several classes. */
final class RuleParts {
  private static final Pattern MAKER =
      Pattern.compile(PartialModel.METHODS + "(?<part>\\d+)\\.(?<maker>rule_.*)$");

  private RuleParts() {}

  /**
   * In which of the classes beside the package's class each rule stands, by the rule's name; rules
   * that stand elsewhere are left out.
   *
   * @param model the class that Drools generated for the package: it calls each method that makes a
   *     rule
   */
  static Map<String, Integer> of(byte[] model, Collection<String> rules) {
    Map<String, Integer> byMaker = new HashMap<>();
    for (String member : ClassReferences.of(model).members()) {
      Matcher maker = MAKER.matcher(member);
      if (maker.find()) {
        byMaker.put(maker.group("maker"), Integer.valueOf(maker.group("part")));
      }
    }
    Map<String, Integer> parts = new TreeMap<>();
    for (String rule : rules) {
      Optional.ofNullable(byMaker.get(PartialModel.maker(rule)))
          .ifPresent(part -> parts.put(rule, part));
    }
    return parts;
  }
}
