package io.customerhub.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys under which a record is looked up to be compared: many cheap ones, so that two records
 * of one person share at least one of them whatever went wrong in one or two fields. A record that
 * says everything has about 20, see {@link LookUpKeys#worth} for what each is worth; where many
 * records hold a key, it is narrowed.
 */
final class BlockingKeys {

  private static final int LENGTH = 128;

  /** Who has no more keys than this says little, such as a name and a birth date. */
  private static final int FEW = 12;

  private static final int WORD_LENGTH = 4;
  private static final int YEAR = 4;
  private static final int MAILBOX_START = 5;

  private final MatchRecord record;
  private final Set<String> keys = new LinkedHashSet<>();

  private BlockingKeys(MatchRecord record) {
    this.record = record;
  }

  /** Returns the keys of a record, each at most {@value #LENGTH} characters. */
  static Set<String> of(MatchRecord record) {
    BlockingKeys blocking = new BlockingKeys(record);
    blocking.names();
    blocking.birthDate();
    blocking.identifiers();
    blocking.address();
    blocking.organisation();
    blocking.alone();
    return Collections.unmodifiableSet(blocking.keys);
  }

  private void names() {
    PersonName name = record.name();
    if (name.isWhole()) {
      // The letters in order find swapped parts, moved blanks and transposed letters at once.
      add("n", Letters.sorted(name.joined()));
      addSorted("ns", sound(name.given()), sound(name.surname()));
    }
    for (String part : parts()) {
      add("nc", record.city(), Letters.prefix(part, 3));
    }
  }

  private void birthDate() {
    String birth = record.birthDate();
    if (birth == null) {
      return;
    }
    boolean whole = !BirthDate.isPartial(birth);
    add("b", whole ? birth : "");
    for (String part : parts()) {
      String sound = Letters.sound(part);
      add("by", birth.substring(0, YEAR), sound);
      add("bd", whole ? Letters.sorted(birth.substring(YEAR)) : "", sound);
    }
  }

  private void identifiers() {
    record
        .ids()
        .forEach((namespace, values) -> values.forEach(value -> add("i", namespace, value)));
    record.phones().forEach(phone -> add("p", phone));
    for (String email : record.emails()) {
      add("e", email);
      String mailbox = EmailComparison.mailbox(email);
      add("m", mailbox);
      String letters = lettersOf(mailbox);
      if (letters.length() >= WORD_LENGTH) {
        add("ms", Letters.sorted(letters));
        add("mb", Letters.prefix(letters, MAILBOX_START));
      }
    }
  }

  private void address() {
    for (String part : parts()) {
      add("zn", record.postcode(), Letters.prefix(part, 3));
    }
    StreetLine street = record.street();
    for (String word : street.words()) {
      if (word.length() >= WORD_LENGTH) {
        add("zs", record.postcode(), Letters.sound(word));
        addStreet(word);
      }
    }
  }

  private void addStreet(String word) {
    for (String number : record.street().numbers()) {
      add("sn", number, word);
    }
    for (String part : parts()) {
      add("sp", Letters.prefix(part, 3), word);
    }
  }

  private void organisation() {
    List<String> words = record.organisation();
    if (words.isEmpty() || !record.name().isEmpty()) {
      return;
    }
    add("o", Letters.sorted(String.join("", words)));
    add("oi", record.organisationName().asInitials());
    record.domains().forEach(domain -> add("d", domain));
    for (String word : words) {
      if (word.length() >= WORD_LENGTH) {
        add("oc", word, record.city());
        add("oz", word, record.postcode());
      }
    }
  }

  /** Two records that both say little are compared though they share but one such key. */
  private void alone() {
    if (keys.size() <= FEW) {
      for (String key : List.copyOf(keys)) {
        if (LookUpKeys.worth(key) < LookUpKeys.ENOUGH) {
          keys.add(Letters.prefix("a" + key, LENGTH));
        }
      }
    }
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>(2);
    for (String part : List.of(record.name().givenJoined(), record.name().surnameJoined())) {
      if (part.length() > 1) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static String lettersOf(String mailbox) {
    StringBuilder letters = new StringBuilder(mailbox.length());
    mailbox.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static String sound(List<EncodedText> words) {
    return Letters.sound(words.get(0).text());
  }

  private void addSorted(String kind, String a, String b) {
    add(kind, a.compareTo(b) <= 0 ? a + " " + b : b + " " + a);
  }

  private void add(String kind, String... parts) {
    for (String part : parts) {
      if (part.isEmpty()) {
        return;
      }
    }
    keys.add(Letters.prefix(kind + ":" + String.join("|", parts), LENGTH));
  }
}
