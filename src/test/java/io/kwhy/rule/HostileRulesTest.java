package io.kwhy.rule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.Problem;
import io.kwhy.rule.file.RuleFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Folders of rules that mean no good, or are broken: what they get is a problem with a place. */
@Tag("slow")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileRulesTest {
  private static final String HEAD =
      """
      package causes.mine;

      import io.kwhy.fact.cluster.Node;
      import io.kwhy.inference.Finding;
      import io.kwhy.inference.Subject;

      """;

  @TempDir private Path folder;

  /** Consequences that compile, by what they get at. */
  private static final Map<String, String> CONSEQUENCES =
      Map.ofEntries(
          Map.entry("runtime", "Runtime.getRuntime().exec( \"true\" );"),
          Map.entry("full-name", "new java.io.File( \"/tmp/x\" ).delete();"),
          Map.entry("files", "java.nio.file.Files.readString( java.nio.file.Path.of( \"/x\" ) );"),
          Map.entry("get-class", "$node.getClass().getClassLoader();"),
          Map.entry("for-name", "Class.forName( \"java.lang.Runtime\" );"),
          Map.entry("reflection", "java.lang.reflect.Array.getLength( $node );"),
          Map.entry("thread", "new Thread( () -> {} ).start();"),
          Map.entry("sleep", "Thread.sleep( 1 );"),
          Map.entry("exit", "System.exit( 0 );"),
          Map.entry("environment", "System.getenv( \"HOME\" );"),
          Map.entry("property", "System.getProperty( \"user.home\" );"),
          Map.entry("method-reference", "java.util.List.of( 0 ).forEach( System::exit );"),
          Map.entry("socket", "new java.net.Socket( \"127.0.0.1\", 1 );"),
          Map.entry("wall-clock", "java.time.Instant.now();"),
          Map.entry("chance", "Math.random();"),
          Map.entry("process", "new ProcessBuilder( \"true\" ).start();"),
          Map.entry("unsafe", "java.lang.invoke.MethodHandles.lookup();"),
          Map.entry("engine", "drools.getKieRuntime().halt();"),
          Map.entry("delete", "delete( $node );"),
          Map.entry("print", "System.out.println( $node );"));

  /** No more than twenty rules are told at once. */
  private static final Map<String, String> MORE_CONSEQUENCES =
      Map.ofEntries(
          Map.entry("trace", "new RuntimeException( \"x\" ).printStackTrace();"),
          Map.entry("parallel", "java.util.List.of( 1, 2 ).parallelStream().count();"),
          Map.entry("parallel-sort", "java.util.Arrays.parallelSort( new int[ 2 ] );"),
          Map.entry(
              "compiler", "org.drools.model.codegen.execmodel.JavaParserCompiler.getCompiler();"));

  @Test
  void what_rules_may_not_touch_is_named_with_rule_and_line() throws Exception {
    assertNamed(CONSEQUENCES);
  }

  @Test
  void text_behind_matches_that_is_no_regular_expression_is_named() throws Exception {
    cause("open", "$node : Node( name matches \"(a\" )", "");
    String deep = "(?:".repeat(50_000) + ")".repeat(50_000);
    cause("deep", "$node : Node( name matches \"" + deep + "\" )", "");

    assertThat(problems())
        .allMatch(problem -> problem.length() < 1_000)
        .anyMatch(
            problem -> problem.contains("open.drl:") && problem.contains("Unclosed group at 2"))
        .anyMatch(problem -> problem.contains("deep.drl:") && problem.contains("Stack overflow"));
  }

  @Test
  void threads_and_compilers_behind_what_they_may_touch_are_named_too() throws Exception {
    assertNamed(MORE_CONSEQUENCES);
  }

  private void assertNamed(Map<String, String> consequences) {
    consequences.forEach((name, text) -> cause(name, "$node : Node()", text));
    cause("innocent", "$node : Node( name == \"w1\" )", finding("innocent"));

    List<String> problems = problems();

    consequences
        .keySet()
        .forEach(
            name ->
                assertThat(problems)
                    .anyMatch(
                        problem ->
                            problem.contains("mine/" + name + ".drl:8: rule \"" + name + "\" uses ")
                                && problem.endsWith(", which rules may not")));
    assertThat(problems).noneMatch(problem -> problem.contains("innocent"));
  }

  @TestFactory
  Stream<DynamicTest> declarations_and_conditions_are_held_to_it_too() {
    Map<String, String> files =
        Map.of(
            "superclass",
            "declare Mine extends java.lang.Thread end\n",
            "function",
            "function void f() { System.exit( 0 ); }\n" + rule("function", "f();"),
            "static-import",
            "import static java.lang.System.exit;\n" + rule("static-import", "exit( 0 );"),
            "function-import",
            "import function java.lang.System.exit;\n" + rule("function-import", "exit( 0 );"),
            "condition",
            ruleWhen("condition", "Node( Runtime.getRuntime() != null )"),
            "eval",
            ruleWhen("eval", "Node() eval( System.getenv( \"A\" ) == null )"),
            "from",
            ruleWhen("from", "Object() from java.util.List.of( System.getProperty( \"a\" ) )"),
            "global",
            "global java.lang.Runtime runtime;\n" + rule("global", "runtime.gc();"),
            "query",
            "query \"all\"\n    Node( System.getenv( \"A\" ) == null )\nend\n");
    return files.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(),
                    () -> {
                      Files.createDirectories(folder.resolve(entry.getKey() + "/causes/mine"));
                      Path rules = folder.resolve(entry.getKey());
                      Files.writeString(
                          rules.resolve("causes/mine/" + entry.getKey() + ".drl"),
                          HEAD + entry.getValue());
                      assertThat(problems(rules)).isNotEmpty().allMatch(this::hasNoStackTrace);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> what_is_broken_is_a_problem_with_a_place() {
    String deep = "(".repeat(20_000);
    Map<String, Map.Entry<String, String>> files =
        Map.ofEntries(
            Map.entry("mvel", drl("rule \"mvel\" dialect \"mvel\"\nwhen\nthen\nfoo bar\nend\n")),
            Map.entry("deep", drl(ruleWhen("deep", "Node( " + deep + "true )"))),
            Map.entry("open", drl("rule \"open")),
            Map.entry("binary", Map.entry("causes/mine/binary.drl", "\0\1\2\3")),
            Map.entry("card-without-end", Map.entry("causes/mine/a.md", "---\ntitle: x\n")),
            Map.entry(
                "card-aliases",
                Map.entry("causes/mine/a.md", "---\n" + aliases() + "---\n## Why\n")),
            Map.entry("signal-aliases", Map.entry("signals/a.yaml", aliases())),
            Map.entry("signal-deep", Map.entry("signals/a.yaml", "[".repeat(100_000))),
            Map.entry("signal-regex", signal("(?:".repeat(50_000) + "abcd" + ")".repeat(50_000))),
            Map.entry("signal-repeats", signal("(?:()){2000000000}abcd")),
            Map.entry("signal-repeats-again", signal("(?:(?:(?:){9999}){9999}){9999}abcd")),
            Map.entry("signal-without-literal", signal(".*")),
            Map.entry("signal-no-regex", signal("abcd[")),
            Map.entry("signal-tag", Map.entry("signals/a.yaml", "!!java.lang.Runtime {}\n")),
            Map.entry("giant", Map.entry("signals/a.yaml", "#".repeat(300_000))));
    return files.entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey(),
                    () -> {
                      Path rules = folder.resolve(entry.getKey());
                      Path file = rules.resolve(entry.getValue().getKey());
                      Files.createDirectories(file.getParent());
                      Files.writeString(file, entry.getValue().getValue());
                      assertThat(problems(rules))
                          .isNotEmpty()
                          .allMatch(problem -> problem.contains(file.getFileName().toString()))
                          .allMatch(problem -> problem.length() < 200_000)
                          .allMatch(this::hasNoStackTrace);
                    }));
  }

  @Test
  void of_many_rules_the_broken_ones_are_found() throws Exception {
    for (int i = 0; i < 60; i++) {
      cause("good-" + i, "$node : Node( name == \"" + i + "\" )", finding("good-" + i));
    }
    cause("bad-condition", "$node : Node( nmae == \"x\" )", finding("bad-condition"));
    cause("bad-consequence", "$node : Node()", "insertLogical( nothing );");

    assertThat(problems())
        .anyMatch(problem -> problem.contains("bad-condition.drl:10: rule \"bad-condition\""))
        .anyMatch(problem -> problem.contains("bad-consequence.drl:12: rule \"bad-consequence\""))
        .noneMatch(problem -> problem.contains("good-"));
  }

  @Test
  void links_in_a_circle_are_named() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("rules/causes"));
    Files.createSymbolicLink(inner.resolve("again"), folder.resolve("rules"));
    assertThat(problems(folder.resolve("rules")))
        .singleElement()
        .asString()
        .contains("causes/again links to a folder that it lies in");
  }

  @Test
  void links_to_devices_and_to_nothing_are_no_rules() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("rules/causes"));
    Files.createSymbolicLink(inner.resolve("zero.drl"), Path.of("/dev/zero"));
    Files.createSymbolicLink(inner.resolve("nothing.drl"), Path.of("/no/such/file"));
    assertThat(RuleFolder.read(folder.resolve("rules")).files()).isEmpty();
  }

  private static Map.Entry<String, String> drl(String text) {
    return Map.entry("causes/mine/a.drl", HEAD + text);
  }

  private static Map.Entry<String, String> signal(String regex) {
    return Map.entry(
        "signals/a.yaml", "- id: mine\n  text: '" + regex + "'\n  source: https://example.org\n");
  }

  /** Nine lists of nine, each of the one before: a billion texts where they are written out. */
  private static String aliases() {
    List<String> lines = new ArrayList<>(List.of("- &a0 lol"));
    for (int i = 0; i < 9; i++) {
      String alias = "*a" + i;
      lines.add(
          "- &a"
              + (i + 1)
              + " ["
              + IntStream.range(0, 9).mapToObj(each -> alias).collect(joining(","))
              + "]");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String finding(String id) {
    return "insertLogical( new Finding( \"" + id + "\", Subject.node( $node.name() ) ) );";
  }

  private static String rule(String name, String consequence) {
    return "rule \"" + name + "\"\nwhen\n    Node()\nthen\n    " + consequence + "\nend\n";
  }

  private static String ruleWhen(String name, String condition) {
    return "rule \"" + name + "\"\nwhen\n    " + condition + "\nthen\nend\n";
  }

  /** The rule stands in line 8, its condition in line 10, its consequence in line 12. */
  private void cause(String name, String condition, String consequence) {
    try {
      Path file = folder.resolve("rules/causes/mine/" + name + ".drl");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          HEAD
              + "\nrule \""
              + name
              + "\"\nwhen\n    "
              + condition
              + "\nthen\n    "
              + consequence
              + "\nend\n");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> problems() {
    return problems(folder.resolve("rules"));
  }

  private List<String> problems(Path rules) {
    InvalidRulesException invalid =
        catchThrowableOfType(
            InvalidRulesException.class,
            () -> RuleBook.load(Optional.empty(), List.of(rules), folder.resolve("cache")));
    assertThat(invalid).as("problems in %s", rules).isNotNull();
    return invalid.problems().stream().map(Problem::toString).toList();
  }

  private boolean hasNoStackTrace(String problem) {
    return !problem.contains("\tat ");
  }
}
