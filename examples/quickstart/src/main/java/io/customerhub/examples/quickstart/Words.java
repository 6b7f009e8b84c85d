package io.customerhub.examples.quickstart;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plain words for values. */
final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Map<String, String> KEYS =
      Map.of(
          Identifier.EMAIL, "e-mail address",
          Identifier.PHONE, "phone number",
          Identifier.USER_ID, "user id",
          Identifier.ANONYMOUS_ID, "cookie",
          Identifier.LOYALTY_CARD, "loyalty card",
          Identifier.DEVICE_ID, "device");

  private Words() {}

  static String day(Instant time) {
    return DAY.format(time);
  }

  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  static String key(String namespace) {
    return KEYS.getOrDefault(namespace, namespace.replace('_', ' '));
  }

  static String value(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().map(Words::value).collect(Collectors.joining(", "));
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(Words::value).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  /** Returns what a person is called: by their name, else by what they are reached by. */
  static String name(Profile person) {
    String name = name(trait -> person.trait(trait).map(Words::value).orElse(null));
    return name.isEmpty()
        ? person.identifiers().stream()
            .map(key -> key(key.namespace()) + " " + key.value())
            .findFirst()
            .orElse("somebody without a name")
        : name;
  }

  /** Returns the name that traits hold, whichever way a source splits it; may be empty. */
  static String name(UnaryOperator<@Nullable String> traits) {
    return Stream.of(
            List.of("given_name", "surname"),
            List.of("firstName", "lastName"),
            List.of("name"),
            List.of("first_name", "last_name"))
        .map(parts -> parts.stream().map(traits).filter(Objects::nonNull).toList())
        .filter(parts -> !parts.isEmpty())
        .map(parts -> String.join(" ", parts))
        .findFirst()
        .orElse("");
  }
}
