package io.customerhub.identity.batch;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.MatchFields;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.Normalized;
import io.customerhub.identity.batch.Finding.Kind;
import io.customerhub.identity.script.Romanization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at records as they come in and counts what is odd about them. Not thread-safe. */
final class InputCheck {

  private static final Set<String> NAMES =
      Set.of(
          MatchFields.GIVEN_NAME, MatchFields.SURNAME, MatchFields.NAME, MatchFields.ORGANISATION);

  /** Digits that a phone number has at least. */
  private static final int DIGITS = 6;

  private final Findings findings = new Findings();

  Findings findings() {
    return findings;
  }

  /** Looks at what a source gave before it is made fields of; returns which fields it gave. */
  Set<String> given(Map<String, Object> traits) {
    Set<String> given = new HashSet<>();
    traits.forEach(
        (name, value) -> {
          String field = MatchFields.field(name).orElse("");
          if (value instanceof String text && !field.isEmpty()) {
            given.add(field);
            given(field, text);
          }
        });
    return given;
  }

  private void given(String field, String text) {
    if (text.length() > MatchFields.VALUE_LENGTH) {
      findings.add(Kind.TOO_LONG, field, "");
    } else if (MatchFields.isPlaceholder(text)) {
      findings.add(Kind.PLACEHOLDER, field, text);
    }
  }

  /**
   * Returns the identifiers that are keys and counts the others.
   *
   * @param fields what is counted as a field already
   */
  List<Identifier> keys(
      List<Identifier> given, IdentifierNormalizer normalizer, Set<String> fields) {
    List<Identifier> keys = new ArrayList<>(given.size());
    for (Identifier identifier : given) {
      Normalized normalized = normalizer.normalize(identifier);
      if (normalized instanceof Normalized.Key key) {
        keys.add(key.identifier());
      } else if (normalized instanceof Normalized.SetAside aside
          && !fields.contains(identifier.namespace())) {
        findings.add(kind(aside.code()), identifier.namespace(), identifier.value());
      }
    }
    return keys;
  }

  private static Kind kind(ReasonCode code) {
    return switch (code) {
      case IDENTIFIER_BLOCKED -> Kind.PLACEHOLDER;
      case INVALID_EMAIL -> Kind.NO_EMAIL;
      case INVALID_PHONE, PHONE_NO_REGION -> Kind.NO_PHONE;
      default -> Kind.NO_IDENTIFIER;
    };
  }

  /** Looks at a record as it is compared. */
  void record(Map<String, String> fields, List<Identifier> keys, MatchRecord record) {
    if (fields.size() + keys.size() == 1) {
      String only = keys.isEmpty() ? fields.keySet().iterator().next() : keys.get(0).namespace();
      findings.add(Kind.ONE_FIELD, only, 1);
    }
    for (String field : record.unreadable()) {
      unreadable(field, fields.getOrDefault(field, ""));
    }
    fields.forEach(this::field);
    swapped(fields, MatchFields.POSTCODE, MatchFields.CITY);
  }

  private void field(String field, String value) {
    if (value.length() > MatchFields.VALUE_LENGTH) {
      findings.add(Kind.TOO_LONG, field, "");
    } else if (NAMES.contains(field) && Romanization.mixesScripts(value)) {
      findings.add(Kind.MIXED_SCRIPTS, field, "");
    }
  }

  private void unreadable(String field, String value) {
    switch (field) {
      case MatchFields.BIRTH_DATE -> findings.add(Kind.NO_DATE, field, value);
      case MatchFields.PHONE -> {
        boolean address = value.indexOf('@') > 0;
        findings.add(address ? Kind.SWAPPED : Kind.NO_PHONE, field, value);
      }
      default -> {
        boolean number = digits(value) >= DIGITS && letters(value) == 0;
        findings.add(number ? Kind.SWAPPED : Kind.NO_EMAIL, field, value);
      }
    }
  }

  /** A postcode without digits beside a city of digits. */
  private void swapped(Map<String, String> fields, String postcode, String city) {
    String digits = fields.getOrDefault(city, "");
    String letters = fields.getOrDefault(postcode, "");
    if (digits(digits) >= 3 && letters(digits) == 0 && digits(letters) == 0 && !letters.isEmpty()) {
      findings.add(Kind.SWAPPED, postcode + ", " + city, letters + "; " + digits);
    }
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }
}
