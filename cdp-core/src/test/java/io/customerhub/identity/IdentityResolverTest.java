package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.event.Identifier;
import io.customerhub.event.Values;
import io.customerhub.identity.Match.Grade;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentityResolverTest {

  private static final String HOME = "12 Walnut Street; 4000; London";
  private static final String FLAT = "98 Harbour Road; 2000; Leeds";

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());

  @Nested
  @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
  class One_person {

    @ParameterizedTest
    @CsvSource({
      "Ada Lovelace, ada lovelace",
      "Robert Brown, Bob Brown",
      "Jonathan Meyer, Jonathon Meyer",
      "Ada Lovelace, Lovelace Ada",
      "'Lovelace, Ada', Ada Lovelace",
      "Dr. Ada Lovelace PhD, Ada Lovelace",
      "Ada Augusta Lovelace, Ada Lovelace",
      "José Núñez, Jose Nunez",
      "Đỗ Hương, Do Huong",
      "Søren Strauß, Soren Strauss",
      "Sean O'Brien, Sean OBrien"
    })
    void is_matched_by_name_and_birth_date(String one, String other) {
      MatchRecord a = person(one, "1985-03-12", "");
      MatchRecord b = person(other, "12.03.1985", "");
      assertThat(resolver.compare(a, b).grade()).isEqualTo(Grade.MATCH);
      assertThat(resolver.agree(a, b)).isTrue();
      assertThat(resolver.contradict(a, b)).isFalse();
      assertThat(Collections.disjoint(resolver.lookUpKeys(a).keys(), resolver.lookUpKeys(b).keys()))
          .isFalse();
    }

    @Test
    void one_postcode_says_already_that_it_is_one_city() {
      MatchRecord here = MatchRecord.of(Map.of("postcode", "20146", "city", "Hamburg"), List.of());
      MatchRecord alsoHere =
          MatchRecord.of(Map.of("postcode", "20 146", "city", "Hamburg"), List.of());
      MatchRecord noPostcode = MatchRecord.of(Map.of("city", "Hamburg"), List.of());

      assertThat(IdentityResolver.create(MatchRules.people()).vector(here, alsoHere).levels())
          .containsExactly(Level.POSTCODE_EXACT);
      assertThat(IdentityResolver.create(MatchRules.people()).vector(here, noPostcode).levels())
          .containsExactly(Level.CITY_EXACT);
    }

    @Test
    void is_matched_although_day_and_month_are_swapped_if_the_address_agrees() {
      assertThat(
              grade(
                  person("Ada Byron", "1985-03-12", HOME), person("Ada Byron", "1985-12-03", HOME)))
          .isEqualTo(Grade.MATCH);
    }

    @Test
    void is_matched_after_a_marriage_by_given_name_birth_date_and_home() {
      assertThat(
              grade(
                  person("Ada Byron", "1985-03-12", HOME), person("Ada King", "1985-03-12", HOME)))
          .isEqualTo(Grade.MATCH);
    }

    @Test
    void is_matched_by_an_exact_id_and_a_name() {
      MatchRecord a = record(Map.of("name", "Ada Lovelace"), Identifier.of("ssn", "675-79-1449"));
      MatchRecord b = record(Map.of("name", "A Lovelace"), Identifier.of("ssn", "675-79-1449"));
      assertThat(grade(a, b)).isEqualTo(Grade.MATCH);
    }

    @Test
    void is_matched_by_an_address_and_a_name_although_the_birth_date_is_wrong() {
      MatchRecord a =
          record(Map.of("name", "Ada Lovelace", "dob", "1985-03-12"), Identifier.email("a@b.org"));
      MatchRecord b =
          record(Map.of("name", "Ada Lovelace", "dob", "1990-01-01"), Identifier.email("a@b.org"));
      assertThat(resolver.compare(a, b).bits()).isGreaterThan(2);
      assertThat(grade(a, b)).isEqualTo(Grade.MATCH);
    }
  }

  @Nested
  @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
  class Two_people {

    @Test
    void mother_and_son_are_not_matched() {
      MatchRecord mother = person("Mary Walker", "1960-05-07", HOME);
      MatchRecord son = person("Peter Walker", "1988-09-23", HOME);
      assertThat(grade(mother, son)).isNotEqualTo(Grade.MATCH);
      assertThat(resolver.contradict(mother, son)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Emma, Ella", "John, Joan", "Alexander, Alexandra", "Jan, Tim"})
    void twins_in_one_home_wait_for_review_as_a_household(String one, String other) {
      MatchRecord a = person(one + " Walker", "1988-09-23", HOME);
      MatchRecord b = person(other + " Walker", "1988-09-23", HOME);
      assertThat(grade(a, b)).isEqualTo(Grade.POSSIBLE);
    }

    @Test
    void a_household_says_so_in_its_evidence() {
      MatchRecord a = person("Emma Walker", "1988-09-23", HOME);
      MatchRecord b = person("Ella Walker", "1988-09-23", HOME);
      assertThat(resolver.compare(a, b).evidence())
          .extracting(Evidence::comparison)
          .contains("household");
    }

    @Test
    void father_and_son_of_one_name_in_one_home_are_not_matched() {
      MatchRecord father = person("Thomas Walker", "1955-02-11", HOME);
      MatchRecord son = person("Thomas Walker", "1983-08-30", HOME);
      assertThat(grade(father, son)).isNotEqualTo(Grade.MATCH);
    }

    @Test
    void senior_and_junior_contradict() {
      MatchRecord senior = person("Thomas Walker Sr.", "", HOME);
      MatchRecord junior = person("Thomas Walker Jr", "", HOME);
      assertThat(resolver.contradict(senior, junior)).isTrue();
      assertThat(resolver.agree(senior, junior)).isFalse();
      assertThat(grade(senior, junior)).isNotEqualTo(Grade.MATCH);
    }

    @Test
    void of_one_name_are_not_matched_by_it_alone() {
      MatchRecord a = person("Thomas Walker", "", HOME);
      MatchRecord b = person("Thomas Walker", "", FLAT);
      assertThat(grade(a, b)).isNotEqualTo(Grade.MATCH);
      assertThat(grade(person("Thomas Walker", "", ""), person("Thomas Walker", "", "")))
          .isNotEqualTo(Grade.MATCH);
    }

    @Test
    void of_one_name_are_not_matched_by_mailboxes_that_only_repeat_it() {
      Map<String, String> name = Map.of("name", "Raymond Barby");
      assertThat(
              grade(
                  record(name, Identifier.email("raymond.barby@mail.org")),
                  record(name, Identifier.email("raymond.barby@work.net"))))
          .isEqualTo(Grade.POSSIBLE);
      assertThat(
              grade(
                  record(name, Identifier.email("ray.barby.77@mail.org")),
                  record(name, Identifier.email("ray.barby.77@work.net"))))
          .isEqualTo(Grade.MATCH);
    }

    @Test
    void who_share_an_address_of_e_mail_but_no_given_name_are_not_matched_by_similarity() {
      MatchRecord a =
          record(
              Map.of("name", "Mary Walker", "street", "1 Elm Road"), Identifier.email("w@w.org"));
      MatchRecord b =
          record(
              Map.of("name", "Peter Walker", "street", "1 Elm Road"), Identifier.email("w@w.org"));
      assertThat(grade(a, b)).isEqualTo(Grade.POSSIBLE);
    }

    @Test
    void strangers_are_not_even_possible() {
      assertThat(
              grade(
                  person("Ada Byron", "1985-03-12", HOME), person("Max Weber", "1971-11-30", FLAT)))
          .isEqualTo(Grade.NO);
    }

    @Test
    void with_neighbouring_numbers_of_one_system_are_not_matched() {
      MatchRecord a = record(Map.of("name", "John Smith"), Identifier.userId("100001"));
      MatchRecord b = record(Map.of("name", "John Smith"), Identifier.userId("100002"));
      assertThat(grade(a, b)).isNotEqualTo(Grade.MATCH);
    }
  }

  @Test
  void a_record_that_says_too_little_neither_agrees_nor_contradicts_nor_blocks() {
    MatchRecord nothing = record(Map.of());
    MatchRecord ada = person("Ada Byron", "1985-03-12", HOME);
    assertThat(resolver.contradict(nothing, ada)).isFalse();
    assertThat(resolver.agree(nothing, ada)).isFalse();
    assertThat(grade(nothing, ada)).isEqualTo(Grade.NO);
    assertThat(resolver.lookUpKeys(nothing).keys()).isEmpty();
    assertThat(resolver.lookUpKeys(record(Map.of("name", "Ada"))).keys()).isEmpty();
  }

  @Test
  void a_shared_phone_tells_a_family_from_one_person_twice() {
    MatchRecord ada = person("Ada Byron", "", "");
    assertThat(resolver.contradict(ada, person("Tim Byron", "", ""))).isTrue();
    assertThat(resolver.contradict(ada, person("A. Byron", "", ""))).isFalse();
    assertThat(resolver.contradict(ada, person("Byron Ada", "", ""))).isFalse();
    assertThat(resolver.contradict(ada, person("Ada King", "", ""))).isFalse();
    assertThat(resolver.contradict(ada, person("Adda Byron", "", ""))).isFalse();
  }

  @Test
  void given_names_contradict_without_a_surname_and_surnames_alone_do_not() {
    MatchRecord ada = person("Ada Byron", "", "");
    assertThat(resolver.contradict(ada, record(Map.of("given_name", "Tim")))).isTrue();
    assertThat(resolver.contradict(ada, record(Map.of("given_name", "Ada")))).isFalse();
    assertThat(resolver.contradict(ada, record(Map.of("surname", "King")))).isFalse();
    MatchRecord tim = record(Map.of("given_name", "Tim"));
    assertThat(resolver.contradict(record(Map.of("given_name", "Ada")), tim)).isTrue();
    assertThat(resolver.contradict(record(Map.of("surname", "King")), tim)).isFalse();
  }

  @Test
  void who_agrees_in_name_and_not_in_birth_date_does_not_agree() {
    MatchRecord father = person("Thomas Walker", "1955-02-11", "");
    assertThat(resolver.agree(father, person("Thomas Walker", "", ""))).isTrue();
    assertThat(resolver.agree(father, person("Thomas Walker", "1983-08-30", ""))).isFalse();
  }

  @Test
  void companies_behind_one_switchboard_contradict() {
    MatchRecord restaurant = record(Map.of("company", "Gypsy Cab Kitchen"));
    MatchRecord hotel = record(Map.of("company", "Hotel Walker"));
    assertThat(resolver.contradict(restaurant, hotel)).isTrue();
    assertThat(resolver.contradict(restaurant, record(Map.of("company", "Gypsy Cab")))).isFalse();
    assertThat(resolver.contradict(restaurant, person("Ada Byron", "", ""))).isFalse();
  }

  @Test
  void organisations_are_matched_by_name_and_address() {
    MatchRecord a =
        record(
            Map.of(
                "company",
                "Art's Deli, Inc.",
                "street",
                "12224 Ventura Blvd.",
                "city",
                "Studio City"));
    MatchRecord b =
        record(
            Map.of("company", "Arts Deli", "street", "12224 ventura blv", "city", "studio city"));
    assertThat(grade(a, b)).isEqualTo(Grade.MATCH);
  }

  @Test
  void a_member_is_compared_by_its_fields_and_identifiers() {
    Member member =
        Member.born(
            new ProfileId(new UUID(1, 1)),
            "record",
            List.of(Identifier.email("ada@example.com")),
            Map.of("name", "Ada Lovelace"),
            Instant.EPOCH);
    MatchRecord same = record(Map.of("name", "Ada Lovelace"), Identifier.email("ada@example.com"));
    assertThat(resolver.compare(resolver.prepare(member), same).grade()).isEqualTo(Grade.MATCH);
    assertThat(resolver.lookUpKeys(resolver.prepare(member)).keys())
        .isEqualTo(resolver.lookUpKeys(same).keys());
  }

  @Test
  void own_rules_decide_alone() {
    IdentityResolver own =
        IdentityResolver.create(
            MatchRules.exact("email")
                .orSimilar("name", 0.92)
                .orSimilar("name", 0.92)
                .and("birth_date"));
    MatchRecord ada = person("Ada Lovelace", "1985-03-12", HOME);
    MatchRecord typo = person("Ada Lovelase", "", FLAT);
    MatchRecord dated = person("Lovelace Ada", "1985-03-12", FLAT);
    assertThat(own.compare(ada, typo).grade()).isEqualTo(Grade.POSSIBLE);
    assertThat(own.compare(ada, dated).grade()).isEqualTo(Grade.MATCH);
    assertThat(own.compare(ada, dated).evidence())
        .contains(new Evidence("rule", "name similar at 0.92 and equal birth_date", 0));
    assertThat(own.compare(ada, person("Max Weber", "1985-03-12", HOME)).grade())
        .isEqualTo(Grade.NO);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                IdentityResolver.create(
                    MatchRules.exact("email").orSimilar("name", 0.9).orSimilar("name", 0.8)));
  }

  @Test
  void the_order_of_two_records_never_matters_and_the_evidence_adds_up() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    IdentityResolver own =
        IdentityResolver.create(
            MatchRules.people().orSimilar("name", 0.8).orSimilar("city", 0.9).and("postcode"));
    for (int i = 0; i < 20_000; i++) {
      MatchRecord a = randomRecord(random);
      MatchRecord b = randomRecord(random);
      String what = "seed " + seed + ", try " + i;
      Match match = own.compare(a, b);
      assertThat(own.compare(b, a)).as(what).isEqualTo(match);
      assertThat(own.contradict(a, b)).as(what).isEqualTo(own.contradict(b, a));
      assertThat(own.agree(a, b)).as(what).isEqualTo(own.agree(b, a));
      assertThat(own.contradict(a, a)).as(what).isFalse();
      assertThat(match.evidence().stream().mapToDouble(Evidence::bits).sum())
          .isCloseTo(match.bits(), within(1e-9));
      assertThat(own.lookUpKeys(a).keys()).as(what).allMatch(key -> key.length() <= 128);
      assertThat(own.lookUpKeys(a).keys()).as(what).allMatch(IdentityResolverTest::isWellFormed);
    }
  }

  @Test
  void hostile_texts_cost_little() {
    String marks = "a" + "\u0301\u0328".repeat(200_000);
    String ligatures = "\uFDFA".repeat(100_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          MatchRecord a =
              MatchRecord.of(
                  Map.of("name", marks + " " + ligatures, "street", ligatures), List.of());
          MatchRecord b = MatchRecord.of(Map.of("name", ligatures, "birth_date", marks), List.of());
          assertThat(resolver.compare(a, b).grade()).isEqualTo(Grade.NO);
        });
  }

  @Test
  void no_text_shows_personal_data() {
    MatchRecord ada = person("Ada Byron", "1985-03-12", HOME);
    assertThat(ada.toString()).doesNotContainIgnoringCase("ada").contains("birth_date");
    assertThat(resolver.compare(ada, ada).toString()).doesNotContainIgnoringCase("byron");
  }

  private Grade grade(MatchRecord a, MatchRecord b) {
    return resolver.compare(a, b).grade();
  }

  private static MatchRecord person(String name, String birthDate, String address) {
    Map<String, String> traits = new HashMap<>(Map.of("name", name, "birth_date", birthDate));
    if (!address.isEmpty()) {
      String[] parts = address.split("; ", -1);
      traits.putAll(Map.of("street", parts[0], "postcode", parts[1], "city", parts[2]));
    }
    return record(traits);
  }

  private static MatchRecord record(Map<String, String> traits, Identifier... identifiers) {
    return MatchRecord.of(
        MatchFields.from(Values.canonicalMap("traits", traits)), List.of(identifiers));
  }

  private static MatchRecord randomRecord(Random random) {
    Map<String, String> fields = new HashMap<>();
    put(
        random,
        fields,
        "given_name",
        "Ada",
        "Adda",
        "A",
        "Bob",
        "Robert",
        "John",
        "Joan",
        "Anna Maria");
    put(random, fields, "surname", "Byron", "Bryon", "King-Byron", "Ada", "Lovelace", "Đỗ");
    put(random, fields, "name", "Ada Byron", "Byron, Ada", "Dr Robert King Jr", "X");
    put(random, fields, "birth_date", "1985-03-12", "12/03/1985", "19850321", "1950-03-12", "n/a");
    put(random, fields, "street", "12 Elm Street", "12 Elm St", "14 Oak Road", "7");
    put(random, fields, "postcode", "4000", "4001", "SW1Y 4JH", "0400");
    put(random, fields, "city", "London", "Lonodn", "Leeds");
    put(random, fields, "gender", "f", "male");
    put(random, fields, "organisation", "Acme Ltd", "Acme", "Acme Tools");
    put(random, fields, "email", "ada.byron@a.org", "ada.byron@b.org", "adabyron@a.org", "nobody");
    put(random, fields, "phone", "020 7946 0958", "+44 20 7946 0958", "12");
    List<Identifier> identifiers = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      identifiers.add(Identifier.of("ssn", "67579144" + random.nextInt(3)));
    }
    if (random.nextInt(3) == 0) {
      identifiers.add(Identifier.deviceId("d" + random.nextInt(2)));
    }
    return MatchRecord.of(fields, identifiers);
  }

  private static void put(
      Random random, Map<String, String> fields, String field, String... values) {
    int pick = random.nextInt(values.length * 2 + 1);
    if (pick < values.length) {
      fields.put(field, values[pick]);
    } else if (pick == values.length) {
      fields.put(field, RandomText.of(random, 1 + random.nextInt(90)));
    }
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
