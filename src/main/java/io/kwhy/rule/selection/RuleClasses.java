package io.kwhy.rule.selection;

import static java.util.stream.Collectors.toSet;

import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.RuleEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.model.Model;

/**
 * Rules, and the classes that make them for an engine.
 *
 * @param rules those that are asked for; there may be classes of others
 * @param models see {@link Contents#models}
 * @param parts see {@link Contents#parts}
 */
public record RuleClasses(
    List<RuleEntry> rules, List<String> models, Map<String, Integer> parts, ClassLoader loader) {

  /** Some of the rules, by package; no others are made as far as that can be helped. */
  public List<Model> some(Set<String> wanted) {
    Map<String, List<String>> ofPackage = new HashMap<>();
    for (RuleEntry rule : rules) {
      if (wanted.contains(rule.name())) {
        ofPackage.computeIfAbsent(rule.packageName(), key -> new ArrayList<>()).add(rule.name());
      }
    }
    List<Model> made = new ArrayList<>();
    for (String model : models) {
      String packageName = model.substring(0, model.lastIndexOf('.'));
      List<String> names = ofPackage.getOrDefault(packageName, List.of());
      Optional<Model> partial = PartialModel.of(model, packageName, names, parts, loader);
      made.add(partial.orElseGet(() -> new ModelOfSome(whole(model), Set.copyOf(names))));
    }
    return made;
  }

  /** All rules but some, by package. */
  public List<Model> allBut(Set<String> others) {
    Set<String> wanted =
        rules.stream().map(RuleEntry::name).filter(name -> !others.contains(name)).collect(toSet());
    return models.stream().<Model>map(name -> new ModelOfSome(whole(name), wanted)).toList();
  }

  private Model whole(String name) {
    try {
      return (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules lack " + name, e);
    }
  }
}
