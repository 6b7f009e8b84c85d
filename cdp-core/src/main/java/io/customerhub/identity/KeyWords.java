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
          entry("ns", "sound of the name"),
          entry("nc", "city and part of the name"),
          entry("b", "birth date"),
          entry("by", "birth year and part of the name"),
          entry("bd", "birthday and part of the name"),
          entry("i", "id"),
          entry("p", "phone"),
          entry("e", "email"),
          entry("m", "mailbox"),
          entry("ms", "mailbox"),
          entry("mb", "start of the mailbox"),
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
    String kind = key.substring(0, Math.max(0, key.indexOf(':')));
    String alone = kind.startsWith("a") ? kind.substring(1) : kind;
    return WORDS.getOrDefault(alone, "other");
  }
}
