package io.kwhy.rule.compiler;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.kwhy.OwnClasses;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ImportsTest {
  @Test
  void types_of_kwhy_are_imported_by_their_packages_line_by_line() {
    String text =
        """
        package my.shop;

        import io.kwhy.fact.cluster.Pod;
        import io.kwhy.inference.Finding;

        rule "a"
        """;

    assertThat(Imports.byPackage(text).lines())
        .containsExactly(
            "package my.shop;",
            "",
            "import io.kwhy.fact.cluster.*;",
            "import io.kwhy.inference.*;",
            "",
            "rule \"a\"");
  }

  @Test
  void others_stay_as_they_are() {
    String text =
        """
        import java.util.List;
        import observations.DnsClue;
        import io.kwhy.fact.node.K3sSetting.Origin;
        import io.kwhy.fact.*;
          // import io.kwhy.fact.cluster.Pod;
        """;

    assertThat(Imports.byPackage(text)).isEqualTo(text);
  }

  /** Where two of them share a name, all rules are compiled twice, which takes most of a minute. */
  @Test
  void no_two_types_that_rules_read_share_a_name() {
    Map<String, TreeSet<String>> packages =
        OwnClasses.all().stream()
            .filter(type -> type.getPackageName().matches("io\\.kwhy\\.(fact|inference)(\\..*)?"))
            .filter(JavaClass::isTopLevelClass)
            .collect(
                groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    mapping(JavaClass::getPackageName, toCollection(TreeSet::new))));
    packages.forEach(
        (name, of) -> {
          if (isOfJava(name)) {
            of.add("java.lang");
          }
        });
    packages.keySet().remove("package-info");
    packages.values().removeIf(of -> of.size() == 1);

    assertThat(packages).isEmpty();
  }

  private static boolean isOfJava(String name) {
    try {
      Class.forName("java.lang." + name);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
