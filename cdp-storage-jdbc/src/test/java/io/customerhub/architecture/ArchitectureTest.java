package io.customerhub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The laws of structure, over the compiled classes of all three published modules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

  @Test
  void all_three_modules_are_looked_at() {
    assertThat(ProductionClasses.all())
        .extracting(ArchitectureTest::homeOf)
        .extracting(home -> home.replaceAll(".*/(cdp-[a-z-]*[a-z]).*", "$1"))
        .containsOnly("cdp-core", "cdp-crm", "cdp-storage-jdbc")
        .contains("cdp-core", "cdp-crm", "cdp-storage-jdbc");
  }

  @Test
  void every_package_stands_on_a_known_floor() {
    check(classes().should(Floors.standOnAKnownFloor()));
  }

  @Test
  void an_import_points_only_to_a_lower_floor() {
    check(classes().should(Floors.importOnlyDownward()));
  }

  @Test
  void packages_are_free_of_cycles() {
    check(SlicesRuleDefinition.slices().assignedFrom(packages()).should().beFreeOfCycles());
  }

  @Test
  void one_package_lives_in_one_jar() {
    Map<String, Set<String>> homes =
        ProductionClasses.all().stream()
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName,
                    Collectors.mapping(ArchitectureTest::homeOf, Collectors.toSet())));

    assertThat(homes).allSatisfy((name, jars) -> assertThat(jars).as(name).hasSize(1));
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(ProductionClasses.all().stream().map(JavaClass::getPackage).distinct())
        .filteredOn(found -> !found.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .as("packages without a package-info.java annotated @NullMarked")
        .isEmpty();
  }

  @Test
  void public_signatures_name_no_third_party_type() {
    check(classes().should(PublicSignatures.nameNoThirdPartyType()));
  }

  @Test
  void time_and_randomness_are_injected() {
    check(
        noClasses()
            .that(DescribedPredicate.not(Ambient.composition()))
            .should()
            .accessTargetWhere(Ambient.timeOrRandomness()));
  }

  @Test
  void nothing_is_printed_or_logged_past_slf4j() {
    check(noClasses().should().accessTargetWhere(Ambient.console()));
    check(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
  }

  @Test
  void wiring_is_explicit() {
    check(noClasses().should().dependOnClassesThat().belongToAnyOf(ServiceLoader.class));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(ProductionClasses.all());
  }

  /** The jar or folder that a class was read from. */
  private static String homeOf(JavaClass type) {
    String uri = type.getSource().orElseThrow().getUri().toString();
    return uri.substring(0, uri.length() - (type.getName().length() + ".class".length()));
  }

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return ProductionClasses.isOurs(type)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }
}
