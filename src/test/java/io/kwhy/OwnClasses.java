package io.kwhy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kwhy.fact.Fact;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The classes of kwhy, without its tests, as they were compiled. */
public final class OwnClasses {
  /** To read them takes seconds; to look for them in all of the class path some more. */
  private static final JavaClasses ALL = new ClassFileImporter().importPath(folder());

  private OwnClasses() {}

  /** All of them. */
  public static JavaClasses all() {
    return ALL;
  }

  private static Path folder() {
    try {
      return Path.of(Fact.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolve("io/kwhy");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
