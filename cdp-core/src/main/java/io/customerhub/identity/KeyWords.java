package io.customerhub.identity;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says what blocking keys are made of without saying what they hold, which is personal data. */
final class KeyWords {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("n", "name"),
          entry("ny", "name and birth year"),
          entry("nd", "name and birthday"),
          entry("nc", "name and city"),
          entry("nz", "name and postcode"),
          entry("b", "birth date and part of the name"),
          entry("bs", "birth date and part of the name"),
          entry("bi", "birth date and initials"),
          entry("bz", "birth date and postcode"),
          entry("bc", "birth date and city"),
          entry("i", "id"),
          entry("p", "phone"),
          entry("e", "email"),
          entry("m", "mailbox"),
          entry("ms", "mailbox"),
          entry("zn", "postcode and part of the name"),
          entry("zs", "postcode and street"),
          entry("sn", "house number and street"),
          entry("sp", "street and part of the name"),
          entry("o", "organisation"),
          entry("oc", "organisation and city"),
          entry("oz", "organisation and postcode"),
          entry("oi", "initials of the organisation"),
          entry("d", "domain"));

  private KeyWords() {}

  /** Returns what the keys are made of, each kind once, sorted. */
  static List<String> of(Collection<String> keys) {
    return keys.stream().map(KeyWords::word).distinct().sorted().toList();
  }

  private static String word(String key) {
    return WORDS.getOrDefault(key.substring(0, Math.max(0, key.indexOf(':'))), "other");
  }
}
