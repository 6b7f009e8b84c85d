package io.customerhub.identity;

import java.util.List;
import java.util.Map;

/**
 * Many records, each as one number for each field; see {@link RecordCoder}. Immutable and
 * thread-safe. Holds personal data; {@link #toString()} does not show it.
 */
@SuppressWarnings("EnumOrdinal") // columns live no longer than the process
public final class CodedRecords {

  /** How many codes a record has. */
  static final int WIDTH = Column.values().length;

  private final int[] codes;

  // By code; there is nothing at 0, which is the code of a missing value.
  private final String[] births;
  private final String[] genders;
  private final String[] states;
  private final String[] postcodes;
  private final EncodedText[] cities;
  private final List<String>[] phones;
  private final List<EncodedText>[] emails;
  private final Map<String, List<String>>[] ids;
  private final PersonName[] names;
  private final StreetLine[] streets;
  private final List<String>[] domains;
  private final OrganisationName[] organisations;

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
  CodedRecords(List<Distinct> values, int[] codes) {
    this.codes = codes;
    births = of(values, Column.BIRTH, String[].class);
    genders = of(values, Column.GENDER, String[].class);
    states = of(values, Column.STATE, String[].class);
    postcodes = of(values, Column.POSTCODE, String[].class);
    cities = of(values, Column.CITY, EncodedText[].class);
    phones = of(values, Column.PHONES, (Class<List<String>[]>) (Class) List[].class);
    emails = of(values, Column.EMAILS, (Class<List<EncodedText>[]>) (Class) List[].class);
    ids = of(values, Column.IDS, (Class<Map<String, List<String>>[]>) (Class) Map[].class);
    names = of(values, Column.NAME, PersonName[].class);
    streets = of(values, Column.STREET, StreetLine[].class);
    domains = of(values, Column.DOMAINS, (Class<List<String>[]>) (Class) List[].class);
    organisations = of(values, Column.ORGANISATION, OrganisationName[].class);
  }

  private static <T> T[] of(List<Distinct> values, Column column, Class<T[]> type) {
    return values.get(column.ordinal()).toArray(type);
  }

  /** Returns how many records there are. */
  public int size() {
    return codes.length / WIDTH;
  }

  /**
   * Returns a record, made anew; it compares as the one that was added.
   *
   * @param number from 0 to less than {@link #size}
   */
  public MatchRecord record(int number) {
    return new MatchRecord(this, number);
  }

  /** Returns how many records there are; no personal data. */
  @Override
  public String toString() {
    return "CodedRecords[" + size() + "]";
  }

  /** Returns the code of a record's value; 0 if it has none. */
  int code(int number, Column column) {
    return codes[number * WIDTH + column.ordinal()];
  }

  String[] births() {
    return births;
  }

  String[] genders() {
    return genders;
  }

  String[] states() {
    return states;
  }

  String[] postcodes() {
    return postcodes;
  }

  EncodedText[] cities() {
    return cities;
  }

  List<String>[] phones() {
    return phones;
  }

  List<EncodedText>[] emails() {
    return emails;
  }

  Map<String, List<String>>[] ids() {
    return ids;
  }

  PersonName[] names() {
    return names;
  }

  StreetLine[] streets() {
    return streets;
  }

  List<String>[] domains() {
    return domains;
  }

  OrganisationName[] organisations() {
    return organisations;
  }
}
