package io.kwhy.rule;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
record PartialModel(String packageName, List<Rule> rules) implements Model {
  private static final String METHODS = "RuleMethods";

  /**
   * The wanted rules; nothing where one of them is not where it was expected.
   *
   * @param model name of the class that Drools generated for the package
   */
  static Optional<Model> of(
      String model, String packageName, Collection<String> wanted, ClassLoader loader) {
    try {
      Map<String, Method> makers = makers(model, loader);
      List<Rule> rules = new ArrayList<>();
      for (String name : wanted) {
        Method maker = makers.get("rule_" + identifier(name));
        if (maker == null) {
          return Optional.empty();
        }
        rules.add((Rule) maker.invoke(null));
      }
      return Optional.of(new PartialModel(packageName, List.copyOf(rules)));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a rule of " + model + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Method> makers(String model, ClassLoader loader) {
    Map<String, Method> makers = new HashMap<>();
    try {
      for (int part = 0; ; part++) {
        Class<?> methods = Class.forName(model + METHODS + part, true, loader);
        for (Method method : methods.getDeclaredMethods()) {
          makers.put(method.getName(), method);
        }
      }
    } catch (ClassNotFoundException e) {
      return makers;
    }
  }

  /** A rule's name as Drools makes it part of a method's. */
  private static String identifier(String name) {
    StringBuilder identifier = new StringBuilder();
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
