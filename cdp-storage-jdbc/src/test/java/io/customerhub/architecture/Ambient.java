package io.customerhub.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Time, randomness and output that a class takes from its surroundings instead of being given. */
final class Ambient {

  private static final Set<String> CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMinutes",
          "java.time.InstantSource.system",
          "java.util.Calendar.getInstance",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "java.lang.Math.random",
          "java.lang.StrictMath.random");

  /** Harmless with an argument (a seed, an instant), ambient without one. */
  private static final Set<String> CONSTRUCTORS_WITHOUT_ARGUMENT =
      Set.of(
          "java.util.Date",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.security.SecureRandom");

  private static final Set<String> CONSOLE =
      Set.of("java.lang.System.out", "java.lang.System.err", "java.lang.Throwable.printStackTrace");

  private Ambient() {}

  static DescribedPredicate<JavaAccess<?>> timeOrRandomness() {
    return DescribedPredicate.describe(
        "time or randomness of the surroundings",
        access -> CALLS.contains(nameOf(access)) || isNow(access) || isUnseeded(access));
  }

  static DescribedPredicate<JavaAccess<?>> console() {
    return DescribedPredicate.describe("the console", access -> CONSOLE.contains(nameOf(access)));
  }

  /** The one place that may pick the defaults: the builder in the root package. */
  static DescribedPredicate<JavaClass> composition() {
    return DescribedPredicate.describe(
        "the builder in the root package",
        type ->
            type.getPackageName().equals(ProductionClasses.ROOT)
                && type.getSimpleName().endsWith("Builder"));
  }

  /** Instant.now(), LocalDate.now(zone) and the like, but not now(clock). */
  private static boolean isNow(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("java.time")
        && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getName().equals("now")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getName().equals("<init>")
        && target.getRawParameterTypes().isEmpty()
        && CONSTRUCTORS_WITHOUT_ARGUMENT.contains(access.getTargetOwner().getName());
  }

  /** A superclass call such as new CustomException().printStackTrace() counts as the declarer's. */
  private static String nameOf(JavaAccess<?> access) {
    boolean anyThrowable = access.getTargetOwner().isAssignableTo(Throwable.class);
    String owner = anyThrowable ? "java.lang.Throwable" : access.getTargetOwner().getName();
    return owner + "." + access.getTarget().getName();
  }
}
