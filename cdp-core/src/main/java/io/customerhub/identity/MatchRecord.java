package io.customerhub.identity;

import io.customerhub.event.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a person, prepared once for comparing with many others: folded, split and
 * parsed. Immutable and thread-safe. Holds personal data; {@link #toString()} does not show it.
 */
public final class MatchRecord {

  /** Most identifiers of one namespace that are compared. */
  private static final int VALUES = 8;

  private static final EncodedText NO_TEXT = EncodedText.of("");
  private static final PersonName NO_NAME = PersonName.of("", "", "");
  private static final StreetLine NO_STREET = StreetLine.of("");

  private final Map<String, String> fields;
  private final PersonName name;
  private final @Nullable String birthDate;
  private final StreetLine street;
  private final String postcode;
  private final EncodedText city;
  private final String state;
  private final String gender;
  private final OrganisationName organisation;
  private final List<String> domains;
  private final List<EncodedText> emails;
  private final List<String> phones;
  private final Map<String, List<String>> ids;

  private MatchRecord(
      Map<String, String> fields, List<Identifier> identifiers, boolean ofOrganisation) {
    this.fields = Map.copyOf(fields);
    boolean company = ofOrganisation || isCompany();
    this.name =
        company
            ? NO_NAME
            : PersonName.of(
                text(MatchFields.GIVEN_NAME), text(MatchFields.SURNAME), text(MatchFields.NAME));
    this.birthDate = ofOrganisation ? null : BirthDate.digits(text(MatchFields.BIRTH_DATE));
    this.street = StreetLine.of(text(MatchFields.STREET));
    this.postcode = FoldedText.joined(text(MatchFields.POSTCODE));
    this.city = EncodedText.of(FoldedText.joined(text(MatchFields.CITY)));
    this.state = FoldedText.joined(text(MatchFields.STATE));
    this.gender = ofOrganisation ? "" : firstLetter(FoldedText.joined(text(MatchFields.GENDER)));
    this.organisation = OrganisationName.of(organisationText(company), text(MatchFields.CITY));
    Map<String, List<String>> values = byNamespace(identifiers);
    this.emails = EncodedText.all(orElse(values.remove(Identifier.EMAIL), this::emailText));
    this.phones =
        PhoneTexts.with(orElse(values.remove(Identifier.PHONE), List::of), text(MatchFields.PHONE));
    this.ids =
        Collections.unmodifiableMap(ofOrganisation ? Registrations.all(this, values) : values);
    this.domains =
        name.isEmpty() && !organisation.isEmpty()
            ? WebDomain.all(text(MatchFields.WEBSITE), emails())
            : List.of();
  }

  /** A name with a legal form in it is no person's, if nothing else says that it is. */
  private boolean isCompany() {
    return text(MatchFields.GIVEN_NAME).isEmpty()
        && text(MatchFields.SURNAME).isEmpty()
        && text(MatchFields.BIRTH_DATE).isEmpty()
        && text(MatchFields.ORGANISATION).isEmpty()
        && FoldedText.tokens(text(MatchFields.NAME)).stream().anyMatch(LegalForms::isCertain);
  }

  /** Returns the organisation's name as it is in any city. */
  OrganisationName nameAnywhere() {
    return OrganisationName.of(organisationText(name.isEmpty()), "");
  }

  private String organisationText(boolean company) {
    String text = text(MatchFields.ORGANISATION);
    return text.isEmpty() && company ? text(MatchFields.NAME) : text;
  }

  MatchRecord(CodedRecords records, int number) {
    this.fields = Map.of();
    this.birthDate = records.births()[records.code(number, Column.BIRTH)];
    this.gender = orElse(records.genders()[records.code(number, Column.GENDER)], "");
    this.state = orElse(records.states()[records.code(number, Column.STATE)], "");
    this.postcode = orElse(records.postcodes()[records.code(number, Column.POSTCODE)], "");
    this.city = orElse(records.cities()[records.code(number, Column.CITY)], NO_TEXT);
    this.phones = orElse(records.phones()[records.code(number, Column.PHONES)], List.of());
    this.emails = orElse(records.emails()[records.code(number, Column.EMAILS)], List.of());
    this.ids = orElse(records.ids()[records.code(number, Column.IDS)], Map.of());
    this.name = orElse(records.names()[records.code(number, Column.NAME)], NO_NAME);
    this.street = orElse(records.streets()[records.code(number, Column.STREET)], NO_STREET);
    this.domains = orElse(records.domains()[records.code(number, Column.DOMAINS)], List.of());
    this.organisation =
        orElse(
            records.organisations()[records.code(number, Column.ORGANISATION)],
            OrganisationName.NONE);
  }

  /** Returns what is compared of a field; null if there is nothing. */
  @Nullable Object value(Column column) {
    return switch (column) {
      case BIRTH -> birthDate;
      case GENDER -> orNull(gender, gender.isEmpty());
      case STATE -> orNull(state, state.isEmpty());
      case POSTCODE -> orNull(postcode, postcode.isEmpty());
      case CITY -> orNull(city, city.length() == 0);
      case DOMAINS -> orNull(domains, domains.isEmpty());
      case PHONES -> orNull(phones, phones.isEmpty());
      case EMAILS -> orNull(emails, emails.isEmpty());
      case IDS -> orNull(ids, ids.isEmpty());
      case NAME -> orNull(name, name.isEmpty());
      case STREET -> orNull(street, street.isEmpty());
      case ORGANISATION -> orNull(organisation, organisation.isEmpty());
    };
  }

  private static @Nullable Object orNull(Object value, boolean isEmpty) {
    return isEmpty ? null : value;
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static List<String> orElse(
      @Nullable List<String> values, Supplier<List<String>> otherwise) {
    return values == null ? otherwise.get() : values;
  }

  /**
   * Prepares a record.
   *
   * @param fields fields by canonical name, see {@link MatchFields#from}; others are ignored
   * @param normalisedIdentifiers identifiers as {@link Normalized.Key keys}; at most 8 of each
   *     namespace are compared
   */
  public static MatchRecord of(Map<String, String> fields, List<Identifier> normalisedIdentifiers) {
    return new MatchRecord(fields, normalisedIdentifiers, false);
  }

  /**
   * Prepares a record of an organisation. Its name is the {@link MatchFields#ORGANISATION} or, if
   * there is none, the {@link MatchFields#NAME}; what it says of a person, such as a given name, is
   * left out.
   *
   * @param fields as in {@link #of}
   * @param normalisedIdentifiers likewise
   */
  public static MatchRecord ofOrganisation(
      Map<String, String> fields, List<Identifier> normalisedIdentifiers) {
    return new MatchRecord(fields, normalisedIdentifiers, true);
  }

  /** Returns a field as given; empty if there is none. */
  String text(String field) {
    return MatchFields.cut(fields.getOrDefault(field, ""));
  }

  /** Returns whether it says anything but identifiers that others could resemble. */
  boolean saysWho() {
    return !name.isEmpty()
        || birthDate != null
        || !street.isEmpty()
        || !phones.isEmpty()
        || !organisation.isEmpty();
  }

  PersonName name() {
    return name;
  }

  /** Returns eight digits, year first, or null. */
  @Nullable String birthDate() {
    return birthDate;
  }

  StreetLine street() {
    return street;
  }

  String postcode() {
    return postcode;
  }

  String city() {
    return city.text();
  }

  EncodedText cityText() {
    return city;
  }

  String state() {
    return state;
  }

  /** Returns the first letter of the gender; empty if there is none. */
  String gender() {
    return gender;
  }

  /** Returns the words of the organisation's name, without its legal form. */
  List<String> organisation() {
    return organisation.texts();
  }

  OrganisationName organisationName() {
    return organisation;
  }

  List<String> domains() {
    return domains;
  }

  List<String> emails() {
    return EncodedText.texts(emails);
  }

  List<EncodedText> emailTexts() {
    return emails;
  }

  List<String> phones() {
    return phones;
  }

  /** Returns the values of all other namespaces, sorted. */
  Map<String, List<String>> ids() {
    return ids;
  }

  /**
   * Returns the fields that say something which is compared differently or not at all, as it cannot
   * be read: a birth date that is none of the calendar, a phone number without digits, an e-mail
   * address without an at sign. Empty of a record that was kept as codes.
   */
  public List<String> unreadable() {
    List<String> unreadable = new ArrayList<>(0);
    String date = text(MatchFields.BIRTH_DATE);
    String digits = birthDate == null && !date.isEmpty() ? BirthDate.digits(date) : birthDate;
    if (!date.isEmpty() && !BirthDate.isReadable(digits)) {
      unreadable.add(MatchFields.BIRTH_DATE);
    }
    if (phones.isEmpty() && !text(MatchFields.PHONE).isEmpty()) {
      unreadable.add(MatchFields.PHONE);
    }
    if (emails.isEmpty() && !text(MatchFields.EMAIL).isEmpty()) {
      unreadable.add(MatchFields.EMAIL);
    }
    return unreadable;
  }

  /** Returns the values that say more the fewer people have them, for counting. Personal data. */
  public List<Term> terms() {
    return Terms.of(this);
  }

  /** Returns which fields are present; no personal data. */
  @Override
  public String toString() {
    return "MatchRecord[" + String.join(", ", new TreeMap<>(fields).keySet()) + "]";
  }

  private static Map<String, List<String>> byNamespace(List<Identifier> identifiers) {
    Map<String, List<String>> values = new TreeMap<>();
    for (Identifier identifier : new TreeSet<>(identifiers)) {
      List<String> of = values.computeIfAbsent(identifier.namespace(), n -> new ArrayList<>(1));
      if (of.size() < VALUES) {
        of.add(identifier.value());
      }
    }
    return values;
  }

  /** An address too mangled to be a key can still be close to another one. */
  private List<String> emailText() {
    String text = CleanText.folded(text(MatchFields.EMAIL)).strip();
    return text.indexOf('@') > 0 ? List.of(text) : List.of();
  }

  private static String firstLetter(String text) {
    return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
