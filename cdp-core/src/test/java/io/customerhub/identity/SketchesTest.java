package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.event.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bound must never be too low; where it is higher than it has to be, only time is lost. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SketchesTest {

  private static final RecordComparison COMPARISON =
      new RecordComparison(
          new NameComparison(Nicknames.english()),
          WordWeights.known(TermFrequencies.none()),
          /* onlyOrganisations= */ false);

  private static final List<String> GIVEN =
      List.of(
          "robert",
          "bob",
          "elizabeth",
          "liz",
          "anna",
          "anna maria",
          "anna lena",
          "maria",
          "jose luis",
          "fatima",
          "mohammed",
          "md",
          "thi lan",
          "van duc",
          "jean-luc",
          "jean",
          "ali",
          "ahmed",
          "aleksandra",
          "ola");

  private static final List<String> SURNAMES =
      List.of(
          "smith",
          "smythe",
          "al-masri",
          "al masri",
          "masri",
          "almasri",
          "o'brien",
          "obrien",
          "van der berg",
          "berg",
          "garcia lopez",
          "garcia",
          "nguyen",
          "lopez-garcia",
          "anna",
          "robert");

  private static final List<String> DOMAINS =
      List.of("gmail.com", "gmx.de", "gmx.net", "yahoo.fr", "acme.example");

  private final List<MatchRecord> records = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Nothing in common
          ada lovelace    | joby smith      | NAME_DIFFERENT
          # The surname, or the given name, may be one
          ada lovelace    | joby lovelace   | NAME_SURNAME_ONLY
          ada lovelace    | ada smith       | NAME_GIVEN_ONLY
          ada lovelace    | ada lovelance   | NAME_EXACT
          # Swapped, or nearly
          ada lovelace    | lovelace ada    | NAME_EXACT
          ada lovelace    | lovelance adda  | NAME_EXACT
          ada smith       | lovelace byron  | NAME_DIFFERENT
          # One part alone on the other side is not swapped
          ada smith       | smith joby      | NAME_DIFFERENT
          joby smith      | ulrica joby     | NAME_DIFFERENT
          # Two of four letters are too few, three are not
          abcd qqqq       | abxy zzzz       | NAME_DIFFERENT
          abcd qqqq       | abcy zzzz       | NAME_GIVEN_ONLY
          qqqq abcd       | zzzz abxy       | NAME_DIFFERENT
          qqqq abcd       | zzzz abcy       | NAME_SURNAME_ONLY
          # Of three letters of one kind two are known
          aaab qqqq       | aaac zzzz       | NAME_GIVEN_ONLY
          aaaa qqqq       | aaaa zzzz       | NAME_GIVEN_ONLY
          abcdefgh qqqq   | aaaaaaaa zzzz   | NAME_DIFFERENT
          # The same letters, parted elsewhere
          annemarie li    | anne marieli    | NAME_EXACT
          qi annemarie    | qianne marie    | NAME_EXACT
          # A nickname has other letters
          bob lovelace    | robert lovelace | NAME_EXACT
          bob lovelace    | william smith   | NAME_GIVEN_ONLY
          bob lovelace    | xqzzy lovelace  | NAME_SURNAME_ONLY
          # What is not written in one plain word each way can be anything
          ada maria smith | xqzzy lovelace  | NAME_EXACT
          a lovelace      | joby smith      | NAME_EXACT
          ada s           | joby lovelace   | NAME_EXACT
          ada mueller     | joby smith      | NAME_DIFFERENT
          ada müller      | joby smith      | NAME_EXACT
          """)
  void what_names_can_be_at_most(String one, String other, Level most) {
    add("given_name", given(one), "surname", surname(one));
    add("given_name", given(other), "surname", surname(other));
    assertBoth(0);
    assertThat(sketches().mostOfName(0, 1)).isEqualTo(most.bits());
    assertThat(sketches().mostOfName(1, 0)).isEqualTo(most.bits());
  }

  @Test
  void a_name_that_one_does_not_say_weighs_nothing() {
    add("given_name", "ada", "surname", "lovelace");
    add("city", "leeds");
    assertThat(sketches().mostOfName(0, 1)).isZero();
    assertThat(sketches().mostOfName(1, 0)).isZero();
    assertThat(sketches().mostOfName(0, 0)).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "birth_date, 1815-12-10, 1815-12-10, 12",
    "birth_date, 1815-12-10, 1852-11-27, -6",
    "birth_date, 1815-12-10, 1815-10-12, 8.5",
    "postcode, 10115, 10115, 6.5",
    "postcode, 10115, 99999, 2",
    "street, 1 high street, 1 high street, 7.5",
    "street, 1 high street, 7 mill lane, 7.5",
    "city, leeds, leeds, 3",
    "city, leeds, york, 2",
    "state, kent, kent, 0.5",
    "state, kent, surrey, 0.5",
    "gender, female, female, 0.5",
    "gender, female, male, -2.5",
    "phone, +442079460018, +442079460018, 9",
    "phone, +442079460018, +442079460019, 9",
    "phone, +442079460018, +442079469999, -1",
    "email, ada@example.org, ada@example.org, 13",
    "email, lovelace@example.org, lovelace@example.com, 13",
    "email, ada@example.org, bda@example.org, 5",
    "email, ada@example.org, xyzzyxyzzy@tumult.biz, -1.5",
    "passport, C01X00T47, C01X00T47, 19",
    "passport, C01X00T47, C01X00T48, 6",
    "user_id, 4711, 4712, 0",
    "user_id, 4711, 4711, 19",
    "device_id, 4711, 4712, 19",
  })
  void what_a_field_can_say_at_most(String field, String one, String other, double most) {
    add(field, one);
    add(field, other);
    add(Map.of());
    assertBoth(most);
    for (int a = 0; a < 2; a++) {
      assertThat(sketches().mostBesidesName(a, 2)).isZero();
      assertThat(sketches().mostBesidesName(2, a)).isZero();
    }
  }

  @Test
  void fields_add_up() {
    add("birth_date", "1815-12-10", "postcode", "10115", "gender", "female", "city", "leeds");
    add("birth_date", "1852-11-27", "postcode", "10115", "gender", "male", "street", "mill lane");
    assertBoth(-6 + 6.5 - 2.5);
  }

  @Test
  void of_several_genders_no_two_are_taken_for_different() {
    for (String gender : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      add("gender", gender);
    }
    assertThat(sketches().mostBesidesName(0, 4)).isEqualTo(-2.5);
    assertThat(sketches().mostBesidesName(4, 6)).isEqualTo(-2.5);
    assertThat(sketches().mostBesidesName(5, 6)).isEqualTo(0.5);
    assertThat(sketches().mostBesidesName(6, 7)).isEqualTo(0.5);
  }

  @Test
  void organisations_domains_and_several_values_can_be_anything() {
    add("organisation", "acme", "gender", "female");
    add("gender", "male");
    assertBoth(Double.POSITIVE_INFINITY);
    records.clear();
    several(Identifier.phone("+442079460018"), Identifier.phone("+442079460019"));
    several(Identifier.phone("+33142685300"));
    assertBoth(9);
    records.clear();
    several(Identifier.email("ada@example.org"), Identifier.email("bea@example.org"));
    several(Identifier.email("xyzzyxyzzy@tumult.biz"));
    assertBoth(13);
    records.clear();
    several(Identifier.of("passport", "C01X00T47"), Identifier.of("passport", "C01X00T48"));
    several(Identifier.of("passport", "X99Y99Z99"));
    assertBoth(19);
    records.clear();
    several(Identifier.of("passport", "C01X00T47"), Identifier.of("user_id", "4711"));
    several(Identifier.of("passport", "X99Y99Z99"));
    assertBoth(19);
    records.clear();
    several(Identifier.of("passport", "C01X00T47"));
    several(Identifier.of("user_id", "4711"));
    assertBoth(6);
  }

  @Test
  void a_long_address_can_be_anything() {
    add("email", "x".repeat(116) + "@example.org");
    add("email", "bea@tumult.biz");
    assertBoth(13);
    records.clear();
    add("email", "x".repeat(115) + "@example.org");
    add("email", "bea@tumult.biz");
    assertBoth(-1.5);
  }

  @Test
  void the_longest_names_are_told_apart() {
    String one = "abcdefghijklmnop".repeat(4).substring(1);
    String other = "qrstuvwxyz".repeat(7).substring(7);
    add("given_name", one, "surname", one);
    add("given_name", other, "surname", other);
    assertThat(sketches().mostOfName(0, 1)).isEqualTo(-7);
  }

  @Test
  void one_name_may_be_parted_anywhere() {
    String name = "annabellaaugustabyronaadalovelace";
    for (int at = 2; at < name.length() - 1; at++) {
      add("given_name", name.substring(0, at), "surname", name.substring(at));
    }
    Sketches sketches = sketches();
    for (int a = 0; a < records.size(); a++) {
      for (int b = 0; b < records.size(); b++) {
        assertThat(sketches.mostOfName(a, b)).as("%d and %d", a, b).isEqualTo(12);
        assertThat(vector(a, b)).isEqualTo(ComparisonVector.bit(Level.NAME_EXACT));
      }
    }
  }

  @Test
  void no_bound_is_lower_than_what_two_records_say() {
    assertBounds(SketchesTest::random);
  }

  @Test
  void no_bound_is_lower_than_what_records_with_known_names_say() {
    assertBounds(SketchesTest::named);
  }

  private void assertBounds(Function<Random, Map<String, String>> made) {
    for (long seed = 1; seed <= 60; seed++) {
      Random dice = new Random(seed);
      records.clear();
      for (int i = 0; i < 60; i++) {
        add(made.apply(dice));
      }
      Sketches sketches = sketches();
      for (int a = 0; a < records.size(); a++) {
        for (int b = 0; b < records.size(); b++) {
          assertBound(sketches, a, b, seed);
        }
      }
    }
  }

  private void assertBound(Sketches sketches, int a, int b, long seed) {
    double name = 0;
    double others = 0;
    for (Level level : new ComparisonVector(vector(a, b)).levels()) {
      boolean ofName = level.field() == Level.Field.NAME;
      name += ofName ? level.bits() : 0;
      others += ofName ? 0 : level.bits();
    }
    assertThat(sketches.mostOfName(a, b) + 1e-9)
        .as("seed %d, %d and %d", seed, a, b)
        .isGreaterThanOrEqualTo(name);
    assertThat(sketches.mostBesidesName(a, b) + 1e-9)
        .as("seed %d, %d and %d", seed, a, b)
        .isGreaterThanOrEqualTo(others);
  }

  private long vector(int a, int b) {
    return COMPARISON.vector(records.get(a), records.get(b));
  }

  /** Values of few letters, so that many pairs are nearly alike. */
  private static Map<String, String> random(Random dice) {
    Map<String, String> fields = new TreeMap<>();
    String mailbox = word(dice, 1 + dice.nextInt(8));
    put(dice, fields, "given_name", word(dice, 2 + dice.nextInt(6)));
    put(dice, fields, "surname", word(dice, 2 + dice.nextInt(6)));
    put(dice, fields, "email", mailbox + "@" + word(dice, 3) + ".org");
    put(dice, fields, "phone", "+44207946" + (1_000 + dice.nextInt(40)));
    put(dice, fields, "birth_date", "19" + (80 + dice.nextInt(5)) + "-02-0" + dice.nextInt(10));
    put(dice, fields, "postcode", "1011" + dice.nextInt(5));
    put(dice, fields, "city", word(dice, 5));
    put(dice, fields, "gender", dice.nextBoolean() ? "male" : "female");
    put(dice, fields, "passport", "C01X00T" + dice.nextInt(20));
    return fields;
  }

  /**
   * Names that have nicknames, particles and several words, and addresses that are made of them.
   */
  private static Map<String, String> named(Random dice) {
    Map<String, String> fields = new TreeMap<>();
    String given = mistyped(dice, GIVEN.get(dice.nextInt(GIVEN.size())));
    String surname = mistyped(dice, SURNAMES.get(dice.nextInt(SURNAMES.size())));
    String between = List.of(".", "", "_").get(dice.nextInt(3));
    String mailbox = (dice.nextBoolean() ? given : given.substring(0, 1)) + between + surname;
    String number = dice.nextBoolean() ? "" : "" + dice.nextInt(30);
    String domain = mistyped(dice, DOMAINS.get(dice.nextInt(DOMAINS.size())));
    put(dice, fields, "email", mailbox.replace(" ", "") + number + "@" + domain);
    if (dice.nextInt(4) > 0) {
      put(dice, fields, "given_name", given);
      put(dice, fields, "surname", surname);
    } else {
      fields.put("name", dice.nextBoolean() ? given + " " + surname : surname + ", " + given);
    }
    return fields;
  }

  private static String mistyped(Random dice, String text) {
    int at = 1 + dice.nextInt(text.length() - 1);
    return switch (dice.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + "abcde".charAt(dice.nextInt(5)) + text.substring(at);
      default -> text;
    };
  }

  private static void put(Random dice, Map<String, String> fields, String field, String value) {
    if (dice.nextInt(4) > 0) {
      fields.put(field, value);
    }
  }

  private static String word(Random dice, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("abcde".charAt(dice.nextInt(5)));
    }
    return word.toString();
  }

  private void assertBoth(double besidesName) {
    Sketches sketches = sketches();
    assertThat(sketches.mostBesidesName(0, 1)).isCloseTo(besidesName, within(1e-9));
    assertThat(sketches.mostBesidesName(1, 0)).isCloseTo(besidesName, within(1e-9));
  }

  private static String given(String name) {
    return name.substring(0, name.lastIndexOf(' '));
  }

  private static String surname(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private void several(Identifier... identifiers) {
    records.add(MatchRecord.of(Map.of(), List.of(identifiers)));
  }

  private void add(String... fieldsAndValues) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      fields.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    add(fields);
  }

  private void add(Map<String, String> all) {
    Map<String, String> fields = new TreeMap<>(all);
    List<Identifier> identifiers = new ArrayList<>();
    for (String namespace : List.of("email", "phone", "passport", "user_id", "device_id")) {
      String value = fields.remove(namespace);
      if (value != null) {
        identifiers.add(Identifier.of(namespace, value));
      }
    }
    records.add(MatchRecord.of(fields, identifiers));
  }

  private Sketches sketches() {
    RecordCoder coder = RecordCoder.create();
    records.forEach(coder::add);
    int[] order = new int[records.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    CodedRecords coded = coder.inOrder(order);
    int[] births = new int[coded.births().length];
    for (int i = 1; i < births.length; i++) {
      births[i] = BirthDateComparison.packed(coded.births()[i]);
    }
    long[] phones = new long[coded.phones().length];
    for (int i = 1; i < phones.length; i++) {
      phones[i] = PackedPhone.of(coded.phones()[i]);
    }
    return Sketches.of(coded, COMPARISON, births, phones);
  }
}
