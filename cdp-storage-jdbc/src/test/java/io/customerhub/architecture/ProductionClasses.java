package io.customerhub.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The compiled classes of the published modules: no tests, no contract suites, no examples. */
final class ProductionClasses {

  static final String ROOT = "io.customerhub";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(ProductionClasses::isNotATestJar)
          .withImportOption(location -> !location.contains("/io/customerhub/examples/"))
          .importPackages(ROOT);

  private ProductionClasses() {}

  static JavaClasses all() {
    return CLASSES;
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /** The package without the common prefix; empty for the root package itself. */
  static String shortPackage(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  private static boolean isNotATestJar(Location location) {
    return !location.contains("-tests.jar");
  }
}
