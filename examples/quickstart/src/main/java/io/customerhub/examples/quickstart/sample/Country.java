package io.customerhub.examples.quickstart.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What people of one country are called, and how their addresses and phones look.
 *
 * @param code ISO 3166 code
 * @param facts named lists; a name may be a pair {@code native=latin}
 */
record Country(String code, Map<String, List<String>> facts) {

  private static final Pattern ENTRY = Pattern.compile(";\\s*");
  private static final Pattern ITEM = Pattern.compile(",\\s+");

  /** Reads entries such as {@code men: Alfred, Cedric;}. */
  static Country of(String code, String text) {
    Map<String, List<String>> facts = new LinkedHashMap<>();
    ENTRY.splitAsStream(text.strip()).forEach(entry -> put(facts, entry));
    return new Country(code, facts);
  }

  List<String> all(String fact) {
    return facts.getOrDefault(fact, List.of());
  }

  /** Draws a name: one of the list, or one made of two parts where the country has such parts. */
  String draw(String fact, Dice dice) {
    List<String> starts = all(fact + "-starts");
    if (starts.isEmpty() || dice.chance(0.3)) {
      return dice.pickEarly(all(fact));
    }
    String gap = is("family-first") ? " " : "";
    return dice.pick(starts) + gap + dice.pick(all(fact + "-ends"));
  }

  String one(String fact) {
    List<String> values = all(fact);
    return values.isEmpty() ? "" : values.get(0);
  }

  boolean is(String fact) {
    return one("is").contains(fact);
  }

  /** Returns the woman's form of a surname, where the language has one. */
  String feminine(String surname) {
    for (String ending : all("feminine")) {
      if (surname.endsWith(left(ending))) {
        return surname.substring(0, surname.length() - left(ending).length()) + right(ending);
      }
    }
    return surname;
  }

  /** Returns the short form of a given name, or the name itself. */
  String nickname(String given) {
    return all("nicknames").stream()
        .filter(pair -> left(pair).equals(given))
        .map(Country::right)
        .findFirst()
        .orElse(given);
  }

  /** Returns what stands before {@code =}, or everything. */
  static String left(String pair) {
    int at = pair.indexOf('=');
    return at < 0 ? pair : pair.substring(0, at);
  }

  /** Returns what stands after {@code =}, or everything. */
  static String right(String pair) {
    return pair.substring(pair.indexOf('=') + 1);
  }

  private static void put(Map<String, List<String>> facts, String entry) {
    int colon = entry.indexOf(':');
    facts.put(
        entry.substring(0, colon),
        ITEM.splitAsStream(entry.substring(colon + 1).strip()).map(String::strip).toList());
  }
}
