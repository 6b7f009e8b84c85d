package io.customerhub.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Numbers under which authorities and directories know an organisation: it has one of each, so two
 * that differ are of two organisations.
 */
final class Registrations {

  /** Fields that are also namespaces of identifiers. */
  private static final Set<String> NAMESPACES =
      Set.of(MatchFields.VAT_ID, MatchFields.REGISTRATION_ID, MatchFields.DUNS, MatchFields.LEI);

  /** The country in front of a VAT number is left out as often as not. */
  private static final Pattern COUNTRY = Pattern.compile("^[A-Z]{2,3}(?=[0-9]{7})");

  private static final int LEAST = 5;
  private static final int MOST = 40;

  private Registrations() {}

  /**
   * Returns the numbers by namespace, without what is written between their characters.
   *
   * @param values other identifiers by namespace, which win
   */
  static Map<String, List<String>> all(MatchRecord record, Map<String, List<String>> values) {
    Map<String, List<String>> all = new TreeMap<>(values);
    for (String namespace : NAMESPACES) {
      List<String> given = new ArrayList<>(values.getOrDefault(namespace, List.of()));
      given.add(record.text(namespace));
      List<String> numbers = given.stream().map(Registrations::number).distinct().toList();
      List<String> usable = numbers.stream().filter(Registrations::isUsable).toList();
      if (usable.isEmpty()) {
        all.remove(namespace);
      } else {
        all.put(namespace, usable);
      }
    }
    return all;
  }

  /** Returns whether identifiers of a namespace are such numbers. */
  static boolean isNamespace(String namespace) {
    return NAMESPACES.contains(namespace);
  }

  /** Returns whether both have a number of one kind, and not nearly the same one. */
  static boolean differ(Map<String, List<String>> a, Map<String, List<String>> b) {
    for (String namespace : NAMESPACES) {
      List<String> ofA = a.getOrDefault(namespace, List.of());
      List<String> ofB = b.getOrDefault(namespace, List.of());
      if (!ofA.isEmpty() && !ofB.isEmpty() && !areNear(ofA, ofB)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areNear(List<String> a, List<String> b) {
    return a.stream()
        .anyMatch(
            one ->
                b.stream()
                    .anyMatch(
                        other ->
                            Similarity.edits(one, other, 1) >= 0
                                || Similarity.isTransposed(one, other)));
  }

  private static String number(String text) {
    String plain = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return COUNTRY.matcher(plain).replaceFirst("").replaceFirst("^0+(?=[0-9])", "");
  }

  private static boolean isUsable(String number) {
    return number.length() >= LEAST
        && number.length() <= MOST
        && number.chars().anyMatch(c -> c >= '0' && c <= '9')
        && !Placeholders.repeatsOneDigit(number);
  }
}
