package io.customerhub.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a record in a batch. Broad ones are welcome: a batch narrows those that too many
 * records hold.
 */
@SuppressWarnings("EnumOrdinal") // tables by level live no longer than the process
final class BroadKeys {

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final int WORD = 4;
  private static final int HALF_ID = 4;
  private static final int PHONE_END = 7;
  private static final int MAILBOX_START = 5;

  private final MatchRecord record;
  private final String given;
  private final String surname;
  private final String birth;
  private final String place;
  private final List<String> sounds = new ArrayList<>(2);
  private final KeySink keys;

  private BroadKeys(MatchRecord record, KeySink keys) {
    this.keys = keys;
    String date = record.birthDate();
    this.record = record;
    this.given = record.name().givenJoined();
    this.surname = record.name().surnameJoined();
    this.birth = date == null ? "" : date;
    this.place = record.postcode().isEmpty() ? record.city() : record.postcode();
    addSound(given);
    addSound(surname);
  }

  static void of(MatchRecord record, KeySink keys) {
    BroadKeys broad = new BroadKeys(record, keys);
    broad.contacts();
    broad.names();
    broad.birth();
    broad.places();
    broad.organisation();
    broad.narrow();
  }

  private void contacts() {
    record.ids().forEach((space, ids) -> ids.forEach(id -> id(space, id)));
    for (String phone : record.phones()) {
      add(KeyKind.PHONE, phone);
      if (phone.length() > PHONE_END) {
        add(KeyKind.PHONE_END, phone.substring(phone.length() - PHONE_END));
      }
    }
    record.emails().forEach(this::email);
  }

  private void id(String space, String id) {
    add(KeyKind.ID, space, id);
    int half = id.length() / 2;
    if (half >= HALF_ID - 1) {
      add(KeyKind.ID_HALF, space, "<", id.substring(0, half));
      add(KeyKind.ID_HALF, space, ">", id.substring(id.length() - half));
    }
  }

  private void email(String email) {
    add(KeyKind.EMAIL, email);
    String mailbox = EmailComparison.mailbox(email);
    add(KeyKind.MAILBOX, mailbox);
    String letters = lettersOf(mailbox);
    if (letters.length() >= WORD) {
      add(KeyKind.MAILBOX_LETTERS, Letters.sorted(letters));
      add(KeyKind.MAILBOX_START, Letters.prefix(letters, MAILBOX_START));
    }
  }

  private void names() {
    add(KeyKind.NAME_LETTERS, Letters.sorted(given + surname));
    add(KeyKind.GIVEN, Letters.sorted(given));
    add(KeyKind.SURNAME, Letters.sorted(surname));
    if (record.name().isWhole()) {
      addPair(KeyKind.NAME_SOUND, sounds.get(0), sounds.get(1));
      addPair(KeyKind.NAME_START, Letters.prefix(given, 3), Letters.prefix(surname, 3));
    }
  }

  private void birth() {
    if (birth.isEmpty()) {
      return;
    }
    String year = birth.substring(0, 4);
    add(KeyKind.BIRTH_PART_PLACE, year, place);
    sounds.forEach(sound -> add(KeyKind.BIRTH_SOUND, year, sound));
    if (!BirthDate.isPartial(birth)) {
      wholeBirth();
    }
  }

  private void wholeBirth() {
    add(KeyKind.BIRTH, birth);
    add(KeyKind.BIRTH_PLACE, birth, place);
    addPair(KeyKind.BIRTH_INITIALS, Letters.prefix(given, 1), Letters.prefix(surname, 1), birth);
    String day = Letters.sorted(birth.substring(4));
    for (String sound : sounds) {
      add(KeyKind.BIRTH_PART, birth, sound);
      add(KeyKind.BIRTH_SOUND, day, sound);
    }
    add(KeyKind.BIRTH_PART_PLACE, day, place);
  }

  private void places() {
    for (String part : List.of(given, surname)) {
      add(KeyKind.CITY_NAME, record.city(), Letters.prefix(part, 3));
      add(KeyKind.POSTCODE_NAME, record.postcode(), Letters.prefix(part, 2));
    }
    List<String> words = record.street().words();
    add(KeyKind.STREET, String.join("", words));
    for (String word : words) {
      if (word.length() >= WORD) {
        add(KeyKind.POSTCODE_STREET, record.postcode(), Letters.sound(word));
        record.street().numbers().forEach(n -> add(KeyKind.STREET_NUMBER, n, word));
        add(KeyKind.STREET_NAME, word, Letters.prefix(given, 2));
        add(KeyKind.STREET_NAME, word, Letters.prefix(surname, 2));
      }
    }
  }

  private void organisation() {
    List<String> words = record.organisation();
    if (!record.name().isEmpty()) {
      return;
    }
    add(KeyKind.ORGANISATION, Letters.sorted(String.join("", words)));
    add(KeyKind.ORGANISATION_INITIALS, record.organisationName().asInitials());
    record.domains().forEach(domain -> add(KeyKind.DOMAIN, domain));
    for (String word : words) {
      if (word.length() >= WORD) {
        add(KeyKind.ORGANISATION_WORD, word);
      }
    }
  }

  private void narrow() {
    add(KeyKind.NARROW, birth);
    addPair(KeyKind.NARROW, Letters.sound(given), Letters.sound(surname));
    add(KeyKind.NARROW, place);
    add(KeyKind.NARROW, String.join("", record.street().words()));
  }

  private void addSound(String part) {
    if (!part.isEmpty()) {
      sounds.add(Letters.sound(part));
    }
  }

  private static String lettersOf(String mailbox) {
    StringBuilder letters = new StringBuilder(mailbox.length());
    mailbox.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private void addPair(KeyKind kind, String a, String b, String... with) {
    if (a.isEmpty() || b.isEmpty()) {
      return;
    }
    String pair = a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
    add(kind, with.length == 0 ? pair : pair + "|" + with[0]);
  }

  private void add(KeyKind kind, String... parts) {
    long hash = (kind.ordinal() + 1) * MULTIPLIER;
    for (String part : parts) {
      if (part.isEmpty()) {
        return;
      }
      hash = hashed(hash, part);
    }
    keys.add(kind, hash);
  }

  private static long hashed(long start, String part) {
    long hash = start;
    for (int i = 0; i < part.length(); i++) {
      hash = (hash ^ part.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return (hash ^ 0x1F) * MULTIPLIER;
  }
}
