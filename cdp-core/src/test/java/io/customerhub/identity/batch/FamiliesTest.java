package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.identity.ComparisonVector;
import io.customerhub.identity.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FamiliesTest {

  private static final long HOME =
      bits(Level.STREET_EXACT, Level.POSTCODE_EXACT, Level.PHONE_EXACT);
  private static final long SAME = HOME | bits(Level.NAME_EXACT, Level.BIRTH_EXACT);
  private static final long OTHER_NAME = HOME | bits(Level.NAME_SURNAME_ONLY, Level.BIRTH_EXACT);
  private static final long OTHER_BIRTH = HOME | bits(Level.NAME_EXACT, Level.BIRTH_DIFFERENT);
  private static final long BOTH = HOME | bits(Level.NAME_SURNAME_ONLY, Level.BIRTH_DIFFERENT);

  private final BatchResolver resolver = BatchResolver.create();

  @Test
  void where_little_is_known_families_are_assumed() {
    assertThat(Families.liveIn(counted(SAME, 40))).isTrue();
    assertThat(Families.liveIn(counted(SAME, 1_000))).isFalse();
  }

  @Test
  void mistakes_come_one_by_one_and_families_have_other_names_and_birth_dates_at_once() {
    assertThat(Families.liveIn(counted(SAME, 1_000, OTHER_NAME, 40, OTHER_BIRTH, 50, BOTH, 3)))
        .isFalse();
    assertThat(Families.liveIn(counted(SAME, 1_000, OTHER_NAME, 40, OTHER_BIRTH, 50, BOTH, 60)))
        .isTrue();
  }

  @Test
  void more_other_names_on_one_birth_date_than_anybody_mistypes_are_twins() {
    assertThat(Families.liveIn(counted(SAME, 1_000, OTHER_NAME, 80))).isTrue();
  }

  @Test
  void of_other_names_and_one_gender_are_artists_and_no_twins() {
    long same = OTHER_NAME | bits(Level.GENDER_EXACT);
    long other = OTHER_NAME | bits(Level.GENDER_DIFFERENT);
    assertThat(Families.liveIn(counted(SAME, 1_000, same, 500))).isFalse();
    assertThat(Families.liveIn(counted(SAME, 1_000, same, 500, OTHER_NAME, 500))).isFalse();
    assertThat(Families.liveIn(counted(SAME, 1_000, same, 451, other, 49))).isFalse();
    assertThat(Families.liveIn(counted(SAME, 1_000, same, 450, other, 50))).isTrue();
    // Of so few, nothing can be told.
    assertThat(Families.liveIn(counted(SAME, 900, same, 49))).isTrue();
    assertThat(Families.liveIn(counted(SAME, 900, same, 50))).isFalse();
    // A mother and her daughter are of one gender, too.
    assertThat(Families.liveIn(counted(SAME, 1_000, same, 500, BOTH, 60))).isTrue();
  }

  @Test
  void fifty_pairs_of_one_person_are_enough_to_tell_by_an_id_or_by_name_and_birth_date() {
    long id = bits(Level.ID_EXACT, Level.NAME_SURNAME_ONLY, Level.PHONE_EXACT);
    assertThat(Families.liveIn(counted(SAME, 49))).isTrue();
    assertThat(Families.liveIn(counted(SAME, 50))).isFalse();
    assertThat(Families.liveIn(counted(id, 50))).isFalse();
    assertThat(Families.liveIn(counted(SAME, 20, id, 30))).isFalse();
    assertThat(Families.liveIn(counted(SAME, 20, id, 29))).isTrue();
  }

  @Test
  void one_other_name_in_twenty_may_be_a_mistake() {
    assertThat(Families.liveIn(counted(SAME, 1_000, OTHER_NAME, 50))).isFalse();
    assertThat(Families.liveIn(counted(SAME, 1_000, OTHER_NAME, 51))).isTrue();
  }

  @Test
  void names_may_be_wrong_four_times_as_often_as_birth_dates() {
    assertThat(Families.liveIn(counted(SAME, 1_000, OTHER_NAME, 80, OTHER_BIRTH, 20))).isFalse();
    assertThat(Families.liveIn(counted(SAME, 1_000, OTHER_NAME, 81, OTHER_BIRTH, 20))).isTrue();
  }

  @Test
  void four_times_as_many_with_both_wrong_as_chance_has_it_and_a_few_more_are_no_families_yet() {
    // By chance 40 * 50 / 1,000 pairs have both wrong; 2 and one in a thousand are for others.
    long[] wrong = {SAME, 1_000, OTHER_NAME, 40, OTHER_BIRTH, 50, BOTH, 11};
    assertThat(Families.liveIn(counted(wrong))).isFalse();
    wrong[7] = 12;
    assertThat(Families.liveIn(counted(wrong))).isTrue();
  }

  @Test
  void where_only_ids_tell_who_is_one_person_chance_has_nobody_with_both_wrong() {
    long id = bits(Level.ID_EXACT);
    assertThat(Families.liveIn(counted(id, 1_000, OTHER_BIRTH, 9, BOTH, 3))).isFalse();
    assertThat(Families.liveIn(counted(id, 1_000, OTHER_BIRTH, 9, BOTH, 4))).isTrue();
  }

  @Test
  void where_no_birth_date_is_known_other_ids_tell() {
    long one = bits(Level.ID_EXACT, Level.NAME_EXACT);
    long oneOtherName = bits(Level.ID_EXACT, Level.NAME_DIFFERENT);
    long otherId = HOME | bits(Level.NAME_EXACT, Level.ID_DIFFERENT);
    long other = HOME | bits(Level.NAME_DIFFERENT, Level.ID_DIFFERENT);
    assertThat(Families.liveIn(counted(one, 1_000, otherId, 50, oneOtherName, 40, other, 11)))
        .isFalse();
    assertThat(Families.liveIn(counted(one, 1_000, otherId, 50, oneOtherName, 40, other, 12)))
        .isTrue();
    assertThat(Families.liveIn(counted(one, 1_000, other, 3))).isFalse();
    assertThat(Families.liveIn(counted(one, 1_000, other, 4))).isTrue();
  }

  @Test
  void where_neither_birth_dates_nor_ids_are_known_at_home_families_are_assumed() {
    long one = bits(Level.ID_EXACT, Level.NAME_EXACT);
    long other = HOME | bits(Level.NAME_SURNAME_ONLY);
    assertThat(Families.liveIn(counted(one, 1_000, other, 3))).isFalse();
    assertThat(Families.liveIn(counted(one, 1_000, other, 4))).isTrue();
    long otherId = HOME | bits(Level.NAME_EXACT, Level.ID_DIFFERENT);
    assertThat(Families.liveIn(counted(one, 1_000, other, 4, otherId, 9))).isFalse();
  }

  @Test
  void a_number_that_no_two_records_share_tells_of_no_families() {
    long visits = HOME | bits(Level.NAME_SURNAME_ONLY, Level.ID_DIFFERENT);
    assertThat(Families.liveIn(counted(SAME, 10_000, OTHER_NAME, 40, visits, 200))).isFalse();
  }

  @Test
  void colleagues_at_one_address_and_phone_are_not_one_person() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 400; i++) {
      String practice = "" + (char) ('a' + i / 8 % 26) + (char) ('a' + i / 8 / 26);
      for (String copy : List.of("x", "y")) {
        records.add(
            copy + i,
            colleague(i, practice),
            List.of(Identifier.of("npi", "NP" + 7_919_317L * (i + 1))));
      }
    }
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusters()).hasSize(400);
  }

  private static Map<String, String> colleague(int i, String practice) {
    return Map.of(
        "given_name", word(2L * i),
        "surname", word(2L * i + 1),
        "street", practice.hashCode() % 90 + 100 + " Dorset" + practice + " Street",
        "postcode", "" + (10_000 + practice.hashCode()),
        "phone", "02079" + (100_000 + practice.hashCode()));
  }

  private static String word(long seed) {
    return new Random(seed)
        .ints(7, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void where_no_street_and_no_phone_tell_the_postcode_does() {
    long postcode = bits(Level.POSTCODE_EXACT);
    long same = postcode | bits(Level.NAME_EXACT, Level.BIRTH_EXACT);
    long both = postcode | bits(Level.NAME_SURNAME_ONLY, Level.BIRTH_DIFFERENT);
    long otherStreet = same | bits(Level.STREET_DIFFERENT);
    assertThat(Families.liveIn(counted(same, 1_000, both, 3))).isFalse();
    assertThat(Families.liveIn(counted(same, 1_000, both, 60))).isTrue();
    assertThat(Families.liveIn(counted(otherStreet, 1_000))).isTrue();
    // Who lives at one street and number says more.
    assertThat(Families.liveIn(counted(SAME, 1_000, both, 60))).isFalse();
  }

  @Test
  void only_who_shares_a_phone_or_a_street_of_one_place_lives_together() {
    long person = bits(Level.NAME_EXACT, Level.BIRTH_EXACT);
    long phone = person | bits(Level.PHONE_EXACT);
    long street = person | bits(Level.STREET_EXACT);
    long city = person | bits(Level.CITY_EXACT);
    assertThat(Families.liveIn(counted(phone, 50))).isFalse();
    assertThat(Families.liveIn(counted(street | city, 50))).isFalse();
    assertThat(Families.liveIn(counted(street | bits(Level.POSTCODE_EXACT), 50))).isFalse();
    assertThat(Families.liveIn(counted(street, 50, city, 50, person, 50))).isTrue();
  }

  @Test
  void without_families_in_the_data_another_given_name_is_a_mistake() {
    RecordSet records = people(400, false);
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusterOf("odd-a")).isEqualTo(result.clusterOf("odd-b"));
  }

  @Test
  void with_families_in_the_data_another_given_name_is_a_twin() {
    RecordSet records = people(400, true);
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusterOf("odd-a")).isNotEqualTo(result.clusterOf("odd-b"));
    assertThat(result.whyNot("odd-a", "odd-b")).contains("one home, other names");
  }

  @Test
  void a_record_that_is_as_much_of_one_twin_as_of_the_other_stays_alone() {
    RecordSet records = people(400, true);
    Map<String, String> nameless = new TreeMap<>(fields(9_999, "Ralph", "1980-05-06"));
    nameless.remove("given_name");
    records.add("odd-c", nameless, List.of());
    BatchResult result = resolver.resolve(records);

    assertThat(result.clusterOf("odd-c"))
        .isNotIn(result.clusterOf("odd-a"), result.clusterOf("odd-b"));
  }

  /** So many people with two records each, perhaps with a brother, and two with one birth date. */
  private static RecordSet people(int count, boolean withBrothers) {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < count; i++) {
      String birth =
          String.format(Locale.ROOT, "19%02d-%02d-%02d", 20 + i % 60, 1 + i % 12, 1 + i % 28);
      records.add("a" + i, fields(i, "Ada", birth), mail("ada" + i));
      records.add("b" + i, fields(i, "Ada", birth), mail("ada" + i));
      if (withBrothers) {
        records.add("c" + i, fields(i, "Byron", "1990-02-03"), mail("byron" + i));
      }
    }
    return records
        .add("odd-a", fields(9_999, "Ralph", "1980-05-06"), List.of())
        .add("odd-b", fields(9_999, "Annabella", "1980-05-06"), List.of());
  }

  private static Map<String, String> fields(int i, String given, String birth) {
    return Map.of(
        "given_name", given,
        "surname", "Lovelace" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26),
        "birth_date", birth,
        "street", (1 + i) + " Dorset" + (char) ('a' + i % 17) + " Street",
        "postcode", "" + (10_000 + i),
        "phone", "02079460" + (100 + i));
  }

  private static List<Identifier> mail(String mailbox) {
    return List.of(Identifier.email(mailbox + "@example.org"));
  }

  private static LongCounter counted(long... vectorsAndCounts) {
    LongCounter counter = new LongCounter();
    for (int i = 0; i < vectorsAndCounts.length; i += 2) {
      counter.add(vectorsAndCounts[i], vectorsAndCounts[i + 1]);
    }
    return counter;
  }

  private static long bits(Level... levels) {
    return ComparisonVector.of(List.of(levels)).bits();
  }
}
