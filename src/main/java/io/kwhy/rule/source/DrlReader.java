package io.kwhy.rule.source;

import io.kwhy.rule.contents.Requirement;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFile;
import io.kwhy.rule.source.DrlFile.Need;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads what a rule file says, without compiling it. */
final class DrlReader {
  private static final String TEXT = "\"[^\"\\\\]*\"";

  private static final Pattern FIXED =
      Pattern.compile(
          "\\s*(?<field>[a-zA-Z]\\w*)\\s*(?:[=!]=\\s*(?<one>%s|true|false)|(?:not\\s+)?in\\s*\\((?<several>\\s*%s(?:\\s*,\\s*%s)*\\s*)\\))\\s*"
              .formatted(TEXT, TEXT, TEXT));

  private static final Pattern NONE_OF = Pattern.compile("\\s*\\w+\\s*(?:!=|not\\b)");

  private final RuleFile file;
  private final PackageDescr parsed;
  private final ClassLoader types;

  private DrlReader(RuleFile file, PackageDescr parsed, ClassLoader types) {
    this.file = file;
    this.parsed = parsed;
    this.types = types;
  }

  /**
   * The file's rules, or nothing where its syntax is wrong, which is reported.
   *
   * @param types finds the classes that rules import
   */
  static Optional<DrlFile> read(RuleFile file, ClassLoader types, Consumer<Problem> problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr parsed = parser.parse(false, file.text());
      if (parser.hasErrors()) {
        parser.getErrors().stream()
            .map(error -> syntaxProblem(file, error))
            .flatMap(Optional::stream)
            .forEach(problems);
        return Optional.empty();
      }
      return Optional.of(new DrlReader(file, parsed, types).read());
    } catch (DroolsParserException e) {
      problems.accept(file.problem(0, String.valueOf(e.getMessage())));
      return Optional.empty();
    } catch (StackOverflowError e) {
      problems.accept(file.problem(0, "nests too deeply for rules"));
      return Optional.empty();
    }
  }

  /** An error without a line repeats one that has a line. */
  private static Optional<Problem> syntaxProblem(RuleFile file, DroolsError error) {
    int[] lines = error.getLines();
    if (lines.length == 0 || lines[0] <= 0) {
      return Optional.empty();
    }
    String message = error.getMessage().replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", "");
    return Optional.of(file.problem(lines[0], message));
  }

  private DrlFile read() {
    List<RuleDescr> descriptions = parsed.getRules();
    int end = (int) file.text().lines().count();
    List<DrlFile.Rule> rules = new ArrayList<>();
    for (int i = 0; i < descriptions.size(); i++) {
      int next = i + 1 < descriptions.size() ? descriptions.get(i + 1).getLine() - 1 : end;
      rules.add(rule(descriptions.get(i), next));
    }
    List<DrlFile.Declaration> declarations =
        parsed.getClassAndEnumDeclarationDescrs().stream()
            .map(type -> declaration(type))
            .sorted(Comparator.comparing(DrlFile.Declaration::name))
            .toList();
    return new DrlFile(file, parsed.getName(), declarations, rules);
  }

  private static DrlFile.Declaration declaration(AbstractClassTypeDeclarationDescr type) {
    return new DrlFile.Declaration(type.getTypeName(), type.getLine(), type.getEndLine());
  }

  private DrlFile.Rule rule(RuleDescr rule, int beforeNext) {
    List<DrlFile.Pattern> patterns = new ArrayList<>();
    collect(rule.getLhs(), Need.SOME, patterns);
    int end = rule.getEndLine() >= rule.getLine() ? rule.getEndLine() : beforeNext;
    Object consequence = rule.getConsequence();
    return new DrlFile.Rule(
        rule.getName(),
        rule.getLine(),
        Math.min(end, beforeNext),
        List.copyOf(new TreeSet<>(rule.getAttributes().keySet())),
        patterns,
        consequence == null ? "" : consequence.toString(),
        rule.getConsequenceLine());
  }

  private void collect(BaseDescr condition, Need need, List<DrlFile.Pattern> patterns) {
    if (condition instanceof PatternDescr pattern) {
      patterns.add(
          new DrlFile.Pattern(
              fullName(pattern.getObjectType()),
              constraints(pattern),
              pattern.getLine(),
              need,
              pattern.getSource() == null ? Optional.of(requires(pattern)) : Optional.empty()));
      if (pattern.getSource() != null) {
        collect(pattern.getSource(), need, patterns);
      }
    } else if (condition instanceof AccumulateDescr accumulate) {
      collect(accumulate.getInput(), atLeast(need, Need.ANY_NUMBER), patterns);
    } else if (condition instanceof CollectDescr collect) {
      collect(collect.getInputPattern(), atLeast(need, Need.ANY_NUMBER), patterns);
    } else if (condition instanceof ConditionalElementDescr parts) {
      boolean absence = condition instanceof NotDescr || condition instanceof ForallDescr;
      boolean choice = condition instanceof OrDescr && parts.getDescrs().size() > 1;
      Need needOfParts = absence ? Need.NONE : choice ? atLeast(need, Need.ALTERNATIVE) : need;
      parts.getDescrs().forEach(part -> collect(part, needOfParts, patterns));
    }
  }

  private static Need atLeast(Need outer, Need inner) {
    return outer == Need.SOME ? inner : outer;
  }

  /** Only what compares a field with fixed values, and stands by itself. */
  private Requirement requires(PatternDescr pattern) {
    List<Requirement.Field> fields = new ArrayList<>();
    for (BaseDescr constraint : pattern.getDescrs()) {
      String text = String.valueOf(constraint.getText());
      Matcher fixed = FIXED.matcher(text);
      if (fixed.matches()) {
        String one = fixed.group("one");
        List<String> values =
            one == null
                ? List.copyOf(DrlText.literals(fixed.group("several")))
                : List.of(one.replace("\"", ""));
        boolean among = !NONE_OF.matcher(text).lookingAt();
        fields.add(new Requirement.Field(fixed.group("field"), among, values));
      }
    }
    return new Requirement(fullName(pattern.getObjectType()), fields);
  }

  private static String constraints(PatternDescr pattern) {
    return pattern.getDescrs().stream().map(BaseDescr::getText).collect(Collectors.joining(", "));
  }

  /** The class that a name in this file means; the name itself where no such class is found. */
  private String fullName(String name) {
    List<String> imports = parsed.getImports().stream().map(ImportDescr::getTarget).toList();
    Stream<String> explicit = imports.stream().filter(target -> target.endsWith("." + name));
    Stream<String> byPackage =
        Stream.concat(
            Stream.of(parsed.getName() + "." + name, name),
            imports.stream()
                .filter(target -> target.endsWith(".*"))
                .map(target -> target.substring(0, target.length() - 1) + name));
    return explicit.findFirst().or(() -> byPackage.filter(this::exists).findFirst()).orElse(name);
  }

  private boolean exists(String className) {
    return types.getResource(className.replace('.', '/') + ".class") != null;
  }
}
