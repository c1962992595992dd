package io.kwhy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of kwhy, without its tests, as they were compiled. */
public final class OwnClasses {
  /** To read them takes seconds. */
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.kwhy");

  private OwnClasses() {}

  /** All of them. */
  public static JavaClasses all() {
    return ALL;
  }
}
