package io.kwhy.rule.compiler;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kwhy.fact.Origin;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.inference.Finding;
import io.kwhy.rule.contents.Contents;
import io.kwhy.rule.contents.ContentsReader;
import io.kwhy.rule.contents.RuleEntry;
import io.kwhy.rule.file.InvalidRulesException;
import io.kwhy.rule.file.RuleFolder;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.runtime.KieSession;

/** Rules that were edited since they were compiled: only what is touched is compiled again. */
class EditedRulesTest {
  private static final String HEAD =
      """
      package observations.%s;

      import io.kwhy.fact.cluster.Lease;
      import io.kwhy.inference.Finding;
      import io.kwhy.inference.Subject;
      """;

  private static final String MARKS =
      """
      declare Mark
          name : String @key
      end

      rule "marks"
      when
          $lease : Lease( name == "a" )
      then
          insertLogical( new Mark( $lease.name() ) );
      end
      """;

  @TempDir private Path folder;

  private Path rules;
  private Path output;

  @BeforeEach
  void make_rules() throws Exception {
    rules = folder.resolve("rules");
    output = folder.resolve("output");
    for (String room : List.of("fact", "inference", "rule")) {
      Files.createDirectories(output.resolve("io/kwhy").resolve(room));
    }
    write("one/marks", HEAD.formatted("one") + MARKS);
    write("two/reader", HEAD.formatted("two") + "import observations.one.Mark;\n" + reader("a"));
    write("two/other", HEAD.formatted("two") + rule("other", "Lease( name == \"a\" )"));
    build();
  }

  @Test
  void a_comment_costs_one_file() throws Exception {
    write("two/other", HEAD.formatted("two") + "// so\n" + rule("other", "Lease( name == \"a\" )"));

    Edition edition = edition();

    assertThat(edition.compiled()).containsExactly("other");
    assertThat(edition.findings("a")).containsExactly("other", "reader");
  }

  @Test
  void a_changed_rule_takes_the_place_of_the_old_one() throws Exception {
    write("two/reader", HEAD.formatted("two") + "import observations.one.Mark;\n" + reader("b"));
    write("one/marks", HEAD.formatted("one") + MARKS.replace("\"a\"", "\"b\""));

    Edition edition = edition();

    assertThat(edition.findings("a")).containsExactly("other");
    assertThat(edition.findings("b")).containsExactly("reader");
  }

  @Test
  void a_rule_whose_file_is_gone_is_gone() throws Exception {
    Files.delete(rules.resolve("observations/two/other.drl"));

    Edition edition = edition();

    assertThat(edition.compiled()).isEmpty();
    assertThat(edition.names()).containsExactly("marks", "reader");
    assertThat(edition.findings("a")).containsExactly("reader");
    assertThat(edition.findingsOfAllRules("a")).containsExactly("reader");
  }

  @Test
  void a_type_that_stays_the_same_is_shared_by_old_and_new_rules() throws Exception {
    write(
        "one/marks",
        HEAD.formatted("one") + MARKS.replace("name == \"a\"", "name in ( \"a\", \"c\" )"));

    Edition edition = edition();

    assertThat(edition.compiled()).containsExactly("marks");
    assertThat(edition.findings("a")).containsExactly("other", "reader");
  }

  @Test
  void types_stay_where_all_files_have_changed() throws Exception {
    for (String name : List.of("one/marks", "two/reader", "two/other")) {
      Path file = rules.resolve("observations/" + name + ".drl");
      Files.writeString(file, "// so\n" + Files.readString(file));
    }

    Edition edition = edition();

    assertThat(edition.compiled()).containsExactly("marks", "other", "reader");
    assertThat(edition.layer().loader().loadClass("observations.one.Mark").getClassLoader())
        .isNotSameAs(edition.layer().loader());
    assertThat(edition.findings("a")).containsExactly("other", "reader");
  }

  @Test
  void a_changed_type_takes_those_with_it_that_use_it() throws Exception {
    write(
        "one/marks",
        HEAD.formatted("one")
            + MARKS
                .replace("@key\n", "@key\n    holder : String\n")
                .replace("$lease.name()", "$lease.name(), $lease.holder()"));

    Edition edition = edition();

    assertThat(edition.compiled()).containsExactly("marks", "reader");
    assertThat(edition.findings("a")).containsExactly("other", "reader");
  }

  @Test
  void a_type_that_uses_a_changed_one_has_changed_too() throws Exception {
    write(
        "one/pairs",
        """
        package observations.one;

        declare Pair
            mark : Mark
        end

        rule "pairs"
        when
            $mark : Mark()
        then
            insertLogical( new Pair( $mark ) );
        end
        """);
    write(
        "two/paired",
        HEAD.formatted("two") + "import observations.one.Pair;\n" + rule("paired", "Pair()"));
    build();
    write(
        "one/marks", HEAD.formatted("one") + MARKS.replace("String @key", "Object @key // wider"));

    Edition edition = edition();

    assertThat(edition.compiled()).containsExactly("marks", "paired", "pairs", "reader");
    assertThat(edition.findings("a")).containsExactly("other", "paired", "reader");
  }

  @Test
  void what_another_file_of_the_package_imports_may_be_used() throws Exception {
    write("two/short", "package observations.two;\n\n" + rule("short", "Mark()"));

    Edition edition = edition();

    assertThat(edition.compiled()).containsExactly("short");
    assertThat(edition.findings("a")).containsExactly("other", "reader", "short");
  }

  @Test
  void where_files_share_functions_all_are_compiled() throws Exception {
    write(
        "two/other",
        HEAD.formatted("two")
            + "function boolean same( String a, String b ) { return a.equals( b ); }\n\n"
            + rule("other", "$lease : Lease( same( name, \"a\" ) )"));

    Edition edition = edition();

    assertThat(edition.compiled()).containsExactly("marks", "other", "reader");
    assertThat(edition.findings("a")).containsExactly("other", "reader");
  }

  @Test
  void what_is_wrong_is_told_with_its_line() throws Exception {
    write("one/marks", HEAD.formatted("one") + MARKS.replace("$lease.name()", "$lease.nmae()"));

    InvalidRulesException wrong = catchThrowableOfType(InvalidRulesException.class, this::edition);

    assertThat(wrong.problems())
        .anyMatch(problem -> problem.file().endsWith("one/marks.drl") && problem.line() == 14);
  }

  @Test
  void the_build_compiles_the_packages_alone_that_changed() throws Exception {
    Path untouched = Files.writeString(output.resolve("observations/one/marker"), "");
    Path touched = Files.writeString(output.resolve("observations/two/marker"), "");
    write("two/other", HEAD.formatted("two") + rule("other", "Lease( name == \"b\" )"));

    build();

    assertThat(untouched).exists();
    assertThat(touched).doesNotExist();
    Edition built = new Edition(base());
    assertThat(built.names()).containsExactly("marks", "other", "reader");
    assertThat(built.findings("a")).containsExactly("reader");
    assertThat(built.findings("b")).containsExactly("other");
    assertThat(built.findingsOfAllRules("a")).containsExactly("reader");
  }

  @Test
  void the_build_leaves_nothing_of_a_package_that_is_gone() throws Exception {
    Files.delete(rules.resolve("observations/two/other.drl"));
    Files.delete(rules.resolve("observations/two/reader.drl"));

    build();

    assertThat(output.resolve("observations/two")).doesNotExist();
    Edition built = new Edition(base());
    assertThat(built.names()).containsExactly("marks");
    assertThat(built.findingsOfAllRules("a")).isEmpty();
  }

  @Test
  void the_build_does_nothing_where_nothing_changed() throws Exception {
    Path marker = Files.writeString(output.resolve("observations/two/marker"), "");
    Path rulebook = output.resolve(Contents.PATH);
    Object before = Files.getLastModifiedTime(rulebook);

    build();

    assertThat(marker).exists();
    assertThat(Files.getLastModifiedTime(rulebook)).isEqualTo(before);
  }

  @Test
  void the_build_compiles_all_where_the_facts_changed() throws Exception {
    Path marker = Files.writeString(output.resolve("observations/two/marker"), "");
    Files.writeString(output.resolve("io/kwhy/fact/New.class"), "");

    build();

    assertThat(marker).doesNotExist();
  }

  private void build() throws Exception {
    BuiltInRules.main(new String[] {rules.toString(), output.toString()});
  }

  private RuleLayer base() throws Exception {
    ClassLoader ofTests = getClass().getClassLoader();
    ClassLoader loader =
        new URLClassLoader(new URL[] {output.toUri().toURL()}, ofTests) {
          /** The program's own rules lie on the class path of tests. */
          @Override
          public URL getResource(String path) {
            URL own = findResource(path);
            return own == null ? super.getResource(path) : own;
          }
        };
    try (InputStream in = loader.getResourceAsStream(Contents.PATH)) {
      return RuleLayer.of(ContentsReader.read(in), loader);
    }
  }

  private Edition edition() throws Exception {
    RuleLayer base = base();
    RuleFolder edited = RuleFolder.read(rules);
    return new Edition(
        RuleLayer.edition(new RuleCompiler(RuleLayer.ground()).edition(edited, base), base));
  }

  private void write(String name, String text) throws Exception {
    Path file = rules.resolve("observations").resolve(name + ".drl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String reader(String name) {
    return rule("reader", "Mark( name == \"" + name + "\" )");
  }

  private static String rule(String name, String condition) {
    return """

        rule "%s"
        when
            %s
        then
            insertLogical( new Finding( "%s", Subject.node( "x" ) ) );
        end
        """
        .formatted(name, condition, name);
  }

  /** Rules, and what they find. */
  private record Edition(RuleLayer layer) {
    Set<String> names() {
      return layer.contents().rules().stream()
          .map(RuleEntry::name)
          .collect(toCollection(TreeSet::new));
    }

    Set<String> compiled() {
      Set<String> names = names();
      names.removeAll(layer.contents().inherited());
      return names;
    }

    Set<String> findings(String lease) {
      List<Model> models = new ArrayList<>();
      layer.classes().forEach(classes -> models.addAll(classes.some(names())));
      return findings(lease, models);
    }

    Set<String> findingsOfAllRules(String lease) {
      List<Model> models = new ArrayList<>();
      layer.classes().forEach(classes -> models.addAll(classes.allBut(Set.of())));
      return findings(lease, models);
    }

    private static Set<String> findings(String lease, List<Model> models) {
      KieSession session = KieBaseBuilder.createKieBaseFromModel(models).newKieSession();
      try {
        session.insert(
            new Lease("kube-node-lease", lease, "h", Instant.EPOCH, 40, Origin.of("leases")));
        session.fireAllRules(100);
        return new TreeSet<>(
            session.getObjects(Finding.class::isInstance).stream()
                .map(found -> ((Finding) found).cause())
                .collect(toSet()));
      } finally {
        session.dispose();
      }
    }
  }
}
