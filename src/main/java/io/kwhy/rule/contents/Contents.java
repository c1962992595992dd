package io.kwhy.rule.contents;

import io.kwhy.fact.log.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a compiled rules folder holds, apart from the classes: all that is asked of it later without
 * reading DRL, Markdown or YAML again.
 *
 * @param sha256 of the folder's files
 * @param engine version of Drools that compiled it
 * @param basis SHA-256 of the classes of facts and of kwhy's compiler that it was compiled with
 * @param models names of the classes that hold the rules of a package each
 * @param declared full names of the types that the rules declare
 * @param parts in which of the classes beside its package's class each rule stands, by the rule's
 *     name; rules that stand elsewhere are left out
 * @param inherited names of the rules whose classes are those of the rules that these take the
 *     place of, because their files had not changed
 */
public record Contents(
    String sha256,
    String engine,
    String basis,
    List<String> models,
    List<String> declared,
    List<RuleEntry> rules,
    Map<String, Integer> parts,
    Set<String> inherited,
    List<Signal> signals,
    Cards cards) {

  /** Where it lies beside the classes. */
  public static final String PATH = "META-INF/kwhy/rulebook";

  /** No rules. */
  public static final Contents NONE =
      new Contents(
          "",
          "",
          "",
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Set.of(),
          List.of(),
          Cards.of(List.of()));

  public Contents {
    models = List.copyOf(models);
    declared = List.copyOf(declared);
    rules = List.copyOf(rules);
    parts = Map.copyOf(parts);
    inherited = Set.copyOf(inherited);
    signals = List.copyOf(signals);
  }

  /**
   * The same, where only some packages were compiled.
   *
   * @param earlier what was compiled before of the others
   * @param compiled the packages that were compiled
   */
  public Contents withOthers(Contents earlier, Set<String> compiled) {
    NavigableSet<String> allModels = new TreeSet<>(models);
    earlier.models().stream()
        .filter(model -> !compiled.contains(model.substring(0, model.lastIndexOf('.'))))
        .forEach(allModels::add);
    Map<String, Integer> allParts = new HashMap<>(parts);
    for (RuleEntry rule : rules) {
      Integer part = earlier.parts().get(rule.name());
      if (part != null && !compiled.contains(rule.packageName())) {
        allParts.put(rule.name(), part);
      }
    }
    return new Contents(
        sha256,
        engine,
        basis,
        List.copyOf(allModels),
        declared,
        rules,
        allParts,
        inherited,
        signals,
        cards);
  }

  /** Packages that the rule files name. */
  public SortedSet<String> packages() {
    SortedSet<String> packages = new TreeSet<>();
    rules.forEach(rule -> packages.add(rule.packageName()));
    declared.forEach(type -> packages.add(type.substring(0, Math.max(0, type.lastIndexOf('.')))));
    return packages;
  }
}
