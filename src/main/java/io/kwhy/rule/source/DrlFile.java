package io.kwhy.rule.source;

import io.kwhy.rule.contents.Requirement;
import io.kwhy.rule.file.RuleFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule file, parsed.
 *
 * @param declarations the types that it declares, by name
 * @param rules its rules and queries, in order
 */
public record DrlFile(
    RuleFile file, String packageName, List<Declaration> declarations, List<Rule> rules) {

  /**
   * A type that the file declares.
   *
   * @param name without the package
   * @param line where it begins, from 1
   * @param lastLine of its end
   */
  public record Declaration(String name, int line, int lastLine) {}

  /**
   * A rule or a query.
   *
   * @param line of its name, from 1
   * @param lastLine of its end
   * @param attributes salience and the like
   * @param patterns what its conditions read, in order
   * @param consequence what stands behind {@code then}; {@code ""} for a query
   * @param consequenceLine line of {@code then}
   */
  public record Rule(
      String name,
      int line,
      int lastLine,
      List<String> attributes,
      List<Pattern> patterns,
      String consequence,
      int consequenceLine) {

    public Rule {
      attributes = List.copyOf(attributes);
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * A pattern in a condition: {@code Node( ready == "True" )}.
   *
   * @param type full name of its type, or the name as it stands there where that is not known
   * @param constraints what stands between the brackets
   * @param need whether the rule needs such an object, or needs that there is none, or counts them
   * @param requires what an object must be at least to fit; nothing where it comes from elsewhere
   */
  public record Pattern(
      String type, String constraints, int line, Need need, Optional<Requirement> requires) {
    /** Name of its type without the package. */
    public String simpleType() {
      return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The same of a type by its full name. */
    public Pattern ofType(String fullName) {
      return new Pattern(
          fullName, constraints, line, need, requires.map(each -> each.ofType(fullName)));
    }
  }

  /** What a condition needs of the objects that a pattern fits. */
  public enum Need {
    /** One of them. */
    SOME,
    /** One of them, or of others. */
    ALTERNATIVE,
    /** None of them, or that all of them are so. */
    NONE,
    /** Whatever there is: holds for nothing at all, too. */
    ANY_NUMBER;

    /** Whether it holds where nobody looked. */
    public boolean holdsForNothing() {
      return this == NONE || this == ANY_NUMBER;
    }
  }

  public DrlFile {
    declarations = List.copyOf(declarations);
    rules = List.copyOf(rules);
  }

  /** Simple names of the types that it declares. */
  public List<String> declared() {
    return declarations.stream().map(Declaration::name).toList();
  }

  /** Full names of the types that it declares. */
  public List<String> declaredNames() {
    return declared().stream().map(type -> packageName + "." + type).toList();
  }

  /**
   * The same, where files of its package may read what others of them declare.
   *
   * @param all full names of the types that any file declares
   */
  DrlFile withTypes(Set<String> all) {
    return new DrlFile(
        file, packageName, declarations, rules.stream().map(rule -> withTypes(rule, all)).toList());
  }

  private Rule withTypes(Rule rule, Set<String> all) {
    List<Pattern> patterns = new ArrayList<>();
    for (Pattern pattern : rule.patterns()) {
      String fullName = packageName + "." + pattern.type();
      patterns.add(all.contains(fullName) ? pattern.ofType(fullName) : pattern);
    }
    return new Rule(
        rule.name(),
        rule.line(),
        rule.lastLine(),
        rule.attributes(),
        patterns,
        rule.consequence(),
        rule.consequenceLine());
  }

  /**
   * The file with none but one of its rules, or with none at all; lines stay where they are.
   *
   * @param kept the rule to keep, or nothing
   */
  public String textWithOnly(List<Rule> kept) {
    String[] lines = lines();
    for (Rule rule : rules) {
      if (!kept.contains(rule)) {
        blank(lines, rule.line(), rule.lastLine());
      }
    }
    return String.join("\n", lines);
  }

  /** The same rules in a file that declares no types; lines stay where they are. */
  public DrlFile withoutDeclarations() {
    String[] lines = lines();
    declarations.forEach(type -> blank(lines, type.line(), type.lastLine()));
    RuleFile rest = new RuleFile(file.folder(), file.path(), String.join("\n", lines));
    return new DrlFile(rest, packageName, List.of(), rules);
  }

  private String[] lines() {
    return file.text().split("\n", -1);
  }

  private static void blank(String[] lines, int first, int last) {
    Arrays.fill(lines, first - 1, Math.min(last, lines.length), "");
  }
}
