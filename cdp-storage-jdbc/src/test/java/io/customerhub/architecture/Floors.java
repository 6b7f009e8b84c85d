package io.customerhub.architecture;

import static io.customerhub.architecture.ProductionClasses.shortPackage;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Which package stands on which floor. An import only ever points to a lower floor. */
final class Floors {

  /** Lowest first. A new package gets its line here, together with the reason for its place. */
  private static final List<Set<String>> LOWEST_FIRST =
      List.of(
          Set.of("event"),
          Set.of("profile"),
          // Spells any script in Latin letters; knows nothing of records.
          Set.of("identity.script"),
          Set.of("identity", "segment", "trait", "intake", "consent", "value", "lookalike"),
          // Compares many records by identity's comparisons.
          Set.of("identity.batch"),
          Set.of("spi"),
          // Below the engine, which writes the news: deliveries ask the stores and nothing else.
          Set.of("destination"),
          Set.of("engine", "memory"),
          Set.of("crm"),
          Set.of("", "storage.jdbc"));

  private static final int UNKNOWN = -1;

  private Floors() {}

  static ArchCondition<JavaClass> standOnAKnownFloor() {
    return new ArchCondition<>("stand on a known floor") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (floorOf(type) == UNKNOWN) {
          violated(
              events,
              type,
              "package %s of %s has no floor: name it in %s"
                  .formatted(
                      type.getPackageName(), type.getSimpleName(), Floors.class.getSimpleName()));
        }
      }
    };
  }

  static ArchCondition<JavaClass> importOnlyDownward() {
    return new ArchCondition<>("import only from lower floors") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !pointsDown(dependency))
            .forEach(dependency -> violated(events, type, dependency.getDescription()));
      }
    };
  }

  private static boolean pointsDown(Dependency dependency) {
    JavaClass from = dependency.getOriginClass();
    JavaClass to = dependency.getTargetClass().getBaseComponentType();
    return !ProductionClasses.isOurs(to)
        || from.getPackageName().equals(to.getPackageName())
        || (isCrm(from) && isCrm(to))
        || floorOf(to) < floorOf(from);
  }

  private static int floorOf(JavaClass type) {
    String name = isCrm(type) ? "crm" : shortPackage(type);
    for (int floor = 0; floor < LOWEST_FIRST.size(); floor++) {
      if (LOWEST_FIRST.get(floor).contains(name)) {
        return floor;
      }
    }
    return UNKNOWN;
  }

  /** The CRM's packages share one floor; among them only cycles are forbidden. */
  private static boolean isCrm(JavaClass type) {
    String name = shortPackage(type);
    return name.equals("crm") || name.startsWith("crm.");
  }

  private static void violated(ConditionEvents events, JavaClass type, String message) {
    events.add(SimpleConditionEvent.violated(type, message));
  }
}
