package io.kwhy.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import io.kwhy.OwnClasses;
import io.kwhy.fact.Fact;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsTest {
  static Iterable<Model> models() {
    return Models.ALL;
  }

  /** Rules that read what a failed model makes are left out, so all of it has to be known. */
  @ParameterizedTest
  @MethodSource("models")
  void what_a_model_makes_is_what_its_room_constructs(Model model) {
    Set<String> constructed =
        OwnClasses.all().stream()
            .filter(JavaClass.Predicates.resideInAPackage("io.kwhy." + model.name() + ".."))
            .map(JavaClass::getConstructorCallsFromSelf)
            .flatMap(Set::stream)
            .map(JavaConstructorCall::getTargetOwner)
            .filter(type -> type.isAssignableTo(Fact.class))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(model.makes().stream().map(Class::getName))
        .as("what Models.java says that %s makes", model.name())
        .containsAll(constructed);
  }
}
