package io.kwhy.rule.compiler;

import io.kwhy.rule.file.Problem;
import io.kwhy.rule.source.DrlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kie.api.builder.Message;

/**
 * Finds the places of compile errors. Drools stops at the first wrong expression and rarely knows
 * its line, so those rules are searched for, by quarters, that fail by themselves; what a message
 * quotes is then looked up in the rule.
 */
final class CompileErrors {
  /** So many wrong rules are enough for a start; each costs a handful of compilations. */
  static final int MOST_RULES = 20;

  private static final String JAVA_SOURCE = "Java source of ";

  /** What Drools quotes in its messages; the group is text of the rule. */
  private static final List<Pattern> QUOTES =
      List.of(
          Pattern.compile("(?:expression: |Expression )(.*?):?$", Pattern.DOTALL),
          Pattern.compile("Unable to find class: (\\S+)"),
          Pattern.compile("Unknown field (\\S+) "),
          Pattern.compile("Cannot coerce \\S+ (\\S+) to"),
          Pattern.compile("Method (\\S+) on"),
          Pattern.compile("^(\\S+) cannot be resolved"),
          Pattern.compile("^The method (\\w+\\().* is (?:undefined|not applicable)"));

  private static final Pattern CONSEQUENCE_LINE = Pattern.compile("\\(line (\\d+),col \\d+\\)");

  private final List<DrlFile> files;
  private final ClassLoader types;

  /** Names of files as Drools gets them, by file. */
  private final Map<String, DrlFile> byName;

  CompileErrors(Map<String, DrlFile> byName, ClassLoader types) {
    this.byName = new TreeMap<>(byName);
    this.files = List.copyOf(this.byName.values());
    this.types = types;
  }

  /** A rule that is wrong, and what became of it when it was compiled alone. */
  record Wrong(DrlFile file, DrlFile.Rule rule, ModelBuild build) {}

  private record Place(DrlFile file, DrlFile.Rule rule) {}

  /**
   * What is wrong, of the first wrong rules.
   *
   * @param all what became of all rules together
   */
  Collection<Problem> locate(ModelBuild all) {
    TreeSet<Problem> problems = new TreeSet<>();
    ModelBuild declarations = buildOnly(List.of());
    if (declarations.failed()) {
      problems.addAll(inDeclarations(declarations));
      return problems;
    }
    Set<String> named =
        all.errors().stream()
            .map(error -> String.valueOf(error.getPath()))
            .collect(Collectors.toSet());
    for (Wrong wrong : wrong(named, ModelBuild::failed)) {
      problems.addAll(inRule(wrong.file(), wrong.rule(), wrong.build()));
    }
    return problems;
  }

  /**
   * Rules that are wrong by themselves, up to {@link #MOST_RULES}.
   *
   * @param suspects names of the files to look at first
   */
  List<Wrong> wrong(Set<String> suspects, Predicate<ModelBuild> isWrong) {
    List<Place> first = new ArrayList<>();
    List<Place> later = new ArrayList<>();
    byName.forEach(
        (name, file) -> {
          List<Place> places = suspects.contains(name) ? first : later;
          file.rules().forEach(rule -> places.add(new Place(file, rule)));
        });
    List<Wrong> found = new ArrayList<>();
    search(first, isWrong, found);
    search(later, isWrong, found);
    return found;
  }

  /** In quarters: halves would be as quick for one that is wrong, and slower for several. */
  private void search(List<Place> among, Predicate<ModelBuild> isWrong, List<Wrong> found) {
    if (among.isEmpty() || found.size() >= MOST_RULES) {
      return;
    }
    ModelBuild build = buildOnly(among.stream().map(Place::rule).toList());
    if (!isWrong.test(build)) {
      return;
    }
    if (among.size() == 1) {
      found.add(new Wrong(among.get(0).file(), among.get(0).rule(), build));
      return;
    }
    int quarter = (among.size() + 3) / 4;
    for (int from = 0; from < among.size(); from += quarter) {
      int to = Math.min(from + quarter, among.size());
      search(among.subList(from, to), isWrong, found);
    }
  }

  /** Compiles all declarations and functions, but of the rules only some. */
  ModelBuild buildOnly(List<DrlFile.Rule> rules) {
    Map<String, String> texts = new TreeMap<>();
    byName.forEach((name, file) -> texts.put(name, file.textWithOnly(rules)));
    return ModelBuild.of(texts, types);
  }

  private List<Problem> inDeclarations(ModelBuild build) {
    List<Problem> problems = new ArrayList<>();
    build
        .crash()
        .ifPresent(crash -> problems.add(files.get(0).file().problem(0, crash.toString())));
    for (Message message : build.errors()) {
      String path = String.valueOf(message.getPath());
      DrlFile file = byName.getOrDefault(path, files.get(0));
      if (!message.getText().startsWith(JAVA_SOURCE)) {
        problems.add(file.file().problem(Math.max(0, message.getLine()), message.getText()));
      }
    }
    return problems;
  }

  private static List<Problem> inRule(DrlFile file, DrlFile.Rule rule, ModelBuild build) {
    List<Problem> problems = new ArrayList<>();
    build.crash().ifPresent(crash -> problems.add(problem(file, rule, rule.line(), crash)));
    Map<String, List<String>> javaSources = new TreeMap<>();
    for (Message message : build.errors()) {
      if (message.getText().startsWith(JAVA_SOURCE)) {
        String source = message.getText().replaceFirst("(?s)^.*?in error:", "");
        javaSources.put(message.getPath(), List.of(source.split("\n", -1)));
      }
    }
    for (Message message : build.errors()) {
      String text = message.getText();
      if (!text.startsWith(JAVA_SOURCE) && !text.startsWith("Parser returned")) {
        List<String> java = javaSources.getOrDefault(String.valueOf(message.getPath()), List.of());
        int line = new RuleText(file, rule).lineOf(message, java);
        problems.add(problem(file, rule, line, text.lines().findFirst().orElse("")));
      }
    }
    return problems;
  }

  private static Problem problem(DrlFile file, DrlFile.Rule rule, int line, Object text) {
    return file.file().problem(line, "rule \"" + rule.name() + "\": " + text);
  }

  /** The text of a rule, to look up what messages quote. */
  private record RuleText(DrlFile file, DrlFile.Rule rule) {
    private static final int MAX_LINES_OF_EXPRESSION = 12;

    int lineOf(Message message, List<String> java) {
      if (String.valueOf(message.getPath()).endsWith(".java")) {
        int line = message.getLine();
        if (line >= 1 && line <= java.size() && find(java.get(line - 1)) > rule.line()) {
          return find(java.get(line - 1));
        }
      }
      Matcher inConsequence = CONSEQUENCE_LINE.matcher(message.getText());
      if (message.getText().startsWith("Unable to parse consequence") && inConsequence.find()) {
        return rule.consequenceLine() + Integer.parseInt(inConsequence.group(1)) - 1;
      }
      for (Pattern quote : QUOTES) {
        Matcher matcher = quote.matcher(message.getText().strip());
        if (matcher.find() && find(matcher.group(1)) > rule.line()) {
          return find(matcher.group(1));
        }
      }
      boolean ofRule = message.getLine() >= rule.line() && message.getLine() <= rule.lastLine();
      return ofRule ? message.getLine() : rule.line();
    }

    /** Line where the quoted text begins, whatever its spaces; the rule's where it is not found. */
    private int find(String quoted) {
      String wanted = withoutSpaces(quoted);
      String[] lines = file.file().text().split("\n", -1);
      int last = Math.min(rule.lastLine(), lines.length);
      for (int length = 1; length <= MAX_LINES_OF_EXPRESSION && !wanted.isEmpty(); length++) {
        for (int line = rule.line(); line + length - 1 <= last; line++) {
          String part = String.join("", List.of(lines).subList(line - 1, line + length - 1));
          if (withoutSpaces(part).contains(wanted)) {
            return line;
          }
        }
      }
      return rule.line();
    }

    private static String withoutSpaces(String text) {
      return text.replaceAll("\\s+", "");
    }
  }
}
