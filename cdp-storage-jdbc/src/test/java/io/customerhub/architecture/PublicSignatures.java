package io.customerhub.architecture;

import static java.util.function.Function.identity;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.stream.Stream;

/** What a caller's compiler sees of us must not drag in anyone else's types. */
final class PublicSignatures {

  private PublicSignatures() {}

  static ArchCondition<JavaClass> nameNoThirdPartyType() {
    return new ArchCondition<>("name no third-party type in a public signature") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (isVisible(type)) {
          check(events, type, type.getName(), declarationOf(type));
          visibleMembers(type)
              .forEach(member -> check(events, type, member.getFullName(), signatureOf(member)));
        }
      }

      private void check(
          ConditionEvents events, JavaClass type, String where, Stream<JavaClass> named) {
        named
            .filter(PublicSignatures::isThirdParty)
            .map(JavaClass::getName)
            .distinct()
            .forEach(
                foreign ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, "%s shows third-party type %s".formatted(where, foreign))));
      }
    };
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible((HasModifiers) type)
        && type.getEnclosingClass().map(PublicSignatures::isVisible).orElse(true);
  }

  private static boolean isVisible(HasModifiers declared) {
    return (declared.getModifiers().contains(JavaModifier.PUBLIC)
            || declared.getModifiers().contains(JavaModifier.PROTECTED))
        && !declared.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  /** Own members, and those inherited from our supertypes, which may be package-private. */
  private static Stream<JavaMember> visibleMembers(JavaClass type) {
    return type.getAllMembers().stream()
        .filter(member -> ProductionClasses.isOurs(member.getOwner()))
        .filter(
            member ->
                !(member instanceof JavaCodeUnit unit && unit.isConstructor())
                    || member.getOwner().equals(type))
        .filter(PublicSignatures::isVisible);
  }

  private static Stream<JavaClass> declarationOf(JavaClass type) {
    return Stream.of(
            type.getAllRawSuperclasses().stream(),
            type.getAllRawInterfaces().stream(),
            type.getSuperclass().stream().flatMap(PublicSignatures::rawTypes),
            type.getInterfaces().stream().flatMap(PublicSignatures::rawTypes),
            type.getTypeParameters().stream().flatMap(PublicSignatures::rawTypes),
            annotationsOf(type))
        .flatMap(identity());
  }

  private static Stream<JavaClass> signatureOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.concat(rawTypes(field.getType()), annotationsOf(field));
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    return Stream.of(
            rawTypes(unit.getReturnType()),
            unit.getParameterTypes().stream().flatMap(PublicSignatures::rawTypes),
            unit.getTypeParameters().stream().flatMap(PublicSignatures::rawTypes),
            unit.getExceptionTypes().stream(),
            unit.getParameters().stream().flatMap(PublicSignatures::annotationsOf),
            annotationsOf(unit))
        .flatMap(identity());
  }

  private static Stream<JavaClass> rawTypes(JavaType type) {
    Collection<JavaClass> involved = type.getAllInvolvedRawTypes();
    return involved.stream().map(JavaClass::getBaseComponentType);
  }

  private static Stream<JavaClass> annotationsOf(HasAnnotations<?> annotated) {
    return annotated.getAnnotations().stream().map(JavaAnnotation::getRawType);
  }

  private static boolean isThirdParty(JavaClass type) {
    return !type.isPrimitive()
        && !ProductionClasses.isOurs(type)
        && !type.getPackageName().startsWith("java.")
        && !type.getPackageName().equals("javax.sql")
        && !type.getPackageName().equals("org.jspecify.annotations");
  }
}
