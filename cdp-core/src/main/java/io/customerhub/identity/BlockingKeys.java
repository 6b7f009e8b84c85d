package io.customerhub.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which a record is looked up to be compared: many cheap ones, so that two records
 * of one person share at least one of them whatever went wrong in one or two fields. Each key
 * combines enough to be held by few.
 */
final class BlockingKeys {

  private static final int LENGTH = 128;
  private static final int WORD_LENGTH = 4;

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
    return Collections.unmodifiableSet(blocking.keys);
  }

  private void names() {
    PersonName name = record.name();
    if (name.isWhole()) {
      // The letters in order find swapped parts, moved blanks and transposed letters at once.
      add("n", Letters.sorted(name.joined()));
      String birth = record.birthDate();
      if (birth != null) {
        addSorted("ny", sound(name.given()), sound(name.surname()), birth.substring(0, 4));
        addSorted("nd", sound(name.given()), sound(name.surname()), birth.substring(4));
      }
      addSorted("nc", sound(name.given()), sound(name.surname()), record.city());
      addSorted("nz", sound(name.given()), sound(name.surname()), record.postcode());
    }
  }

  private void birthDate() {
    String birth = record.birthDate();
    if (birth == null) {
      return;
    }
    for (String part : parts()) {
      add("b", birth, Letters.sorted(part));
      add("bs", birth, Letters.sound(part));
    }
    addSorted(
        "bi", initial(record.name().givenJoined()), initial(record.name().surnameJoined()), birth);
    add("bz", birth, record.postcode());
    add("bc", birth, record.city());
  }

  private void identifiers() {
    record
        .ids()
        .forEach((namespace, values) -> values.forEach(value -> add("i", namespace, value)));
    record.phones().forEach(phone -> add("p", phone));
    for (String email : record.emails()) {
      add("e", email);
      String mailbox = ContactComparison.mailbox(email);
      if (mailbox.length() >= ContactComparison.MAILBOX_LENGTH) {
        add("m", mailbox);
        add("ms", Letters.sorted(mailbox));
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

  private List<String> parts() {
    List<String> parts = new ArrayList<>(2);
    for (String part : List.of(record.name().givenJoined(), record.name().surnameJoined())) {
      if (part.length() > 1) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static String sound(List<String> words) {
    return Letters.sound(words.get(0));
  }

  private static @Nullable String initial(String name) {
    return name.isEmpty() ? null : Letters.prefix(name, 1);
  }

  private void addSorted(String kind, @Nullable String a, @Nullable String b, String with) {
    if (a != null && b != null) {
      add(kind, a.compareTo(b) <= 0 ? a + " " + b : b + " " + a, with);
    }
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
