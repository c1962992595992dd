package io.kwhy.rule.selection;

import io.kwhy.rule.contents.Contents;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/**
 * Some rules of a package. The class that Drools generates for a package makes all its rules when
 * it is made, and each rule has some ten classes; here only those rules are made that are wanted.
 * They stand in static methods of classes beside it, a few in each.
 */
public record PartialModel(String packageName, List<Rule> rules) implements Model {
  /** What the names of those classes have behind the name of the package's class. */
  public static final String METHODS = "RuleMethods";

  /**
   * The wanted rules; nothing where it is not known where one of them stands.
   *
   * @param model name of the class that Drools generated for the package
   * @param parts see {@link Contents#parts}
   */
  static Optional<Model> of(
      String model,
      String packageName,
      Collection<String> wanted,
      Map<String, Integer> parts,
      ClassLoader loader) {
    if (!parts.keySet().containsAll(wanted)) {
      return Optional.empty();
    }
    try {
      List<Rule> rules = new ArrayList<>();
      for (String name : wanted) {
        Class<?> part = Class.forName(model + METHODS + parts.get(name), true, loader);
        rules.add((Rule) part.getDeclaredMethod(maker(name)).invoke(null));
      }
      return Optional.of(new PartialModel(packageName, List.copyOf(rules)));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a rule of " + model + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules of " + packageName + " are not whole", e);
    }
  }

  /** The method that makes a rule, as Drools names it. */
  public static String maker(String name) {
    StringBuilder identifier = new StringBuilder("rule_");
    name.chars()
        .forEach(
            c -> {
              boolean plain = Character.isJavaIdentifierPart(c) && c != '_';
              identifier.append(plain ? Character.toString(c) : "_" + c);
            });
    return identifier.toString();
  }

  @Override
  public String getName() {
    return packageName;
  }

  @Override
  public String getPackageName() {
    return packageName;
  }

  @Override
  public List<Rule> getRules() {
    return rules;
  }

  /** Drools declares it so. */
  @Override
  @SuppressWarnings("rawtypes")
  public List<Global> getGlobals() {
    return List.of();
  }

  @Override
  public List<Query> getQueries() {
    return List.of();
  }

  /** They matter where types are compiled, not where they are used. */
  @Override
  public List<TypeMetaData> getTypeMetaDatas() {
    return List.of();
  }

  @Override
  public List<EntryPoint> getEntryPoints() {
    return List.of();
  }
}
