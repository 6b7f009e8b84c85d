package io.customerhub.contract;

import static io.customerhub.contract.Samples.NOON;
import static io.customerhub.contract.Samples.activity;
import static io.customerhub.contract.Samples.claim;
import static io.customerhub.contract.Samples.id;
import static io.customerhub.contract.Samples.ids;
import static io.customerhub.contract.Samples.member;
import static io.customerhub.contract.Samples.sortedIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Member;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.StaleWriteException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link io.customerhub.spi.ProfileStore}. */
abstract class ProfileStoreContract extends StoreContract {

  private static final Identifier ADA = Identifier.email("ada@example.com");
  private static final Identifier PHONE = Identifier.phone("+84912345678");
  private static final Identifier BOB = Identifier.email("bob@example.com");

  @Test
  void members_are_found_by_id_in_ascending_order_and_unknown_ids_are_left_out() {
    insert(member(3), member(1), member(2));

    assertThat(list(tx -> tx.profiles().find(ids(3, 9, 1)))).containsExactly(member(1), member(3));
    assertThat(list(tx -> tx.profiles().find(Set.of()))).isEmpty();
  }

  @Test
  void a_member_is_found_by_its_record() {
    insert(member(1), member(2));

    assertThat(optional(tx -> tx.profiles().findByRecord("record-2"))).contains(member(2));
    assertThat(optional(tx -> tx.profiles().findByRecord("record-3"))).isEmpty();
  }

  @Test
  void every_holder_of_any_of_the_identifiers_is_found_once() {
    insert(member(2, ADA, PHONE), member(1, PHONE), member(3, BOB), member(4, ADA));

    assertThat(list(tx -> tx.profiles().holding(Set.of(ADA, PHONE))))
        .containsExactly(member(1, PHONE), member(2, ADA, PHONE), member(4, ADA));
    assertThat(list(tx -> tx.profiles().holding(Set.of(Identifier.phone(ADA.value()))))).isEmpty();
    assertThat(list(tx -> tx.profiles().holding(Set.of()))).isEmpty();
  }

  @Test
  void identifiers_are_told_apart_character_by_character() {
    List<Identifier> difficult =
        Samples.difficultTexts().map(text -> Identifier.of("x", text)).toList();
    IntStream.range(0, difficult.size()).forEach(n -> insert(member(n, difficult.get(n))));

    for (int n = 0; n < difficult.size(); n++) {
      Set<Identifier> one = Set.of(difficult.get(n));
      assertThat(list(tx -> tx.profiles().holding(one)))
          .as("difficult text " + n)
          .containsExactly(member(n, difficult.get(n)));
    }
  }

  @Test
  void upper_and_lower_case_are_different_identifiers() {
    insert(member(1, Identifier.userId("abc")), member(2, Identifier.userId("ABC")));

    assertThat(list(tx -> tx.profiles().holding(Set.of(Identifier.userId("ABC")))))
        .containsExactly(member(2, Identifier.userId("ABC")));
  }

  @Test
  void identifiers_that_more_members_hold_than_asked_are_crowded() {
    insert(member(1, ADA), member(2, ADA), member(3, ADA, Identifier.userId("u")));
    Set<Identifier> asked = Set.of(ADA, Identifier.userId("u"), Identifier.userId("nobody"));

    assertThat(list(tx -> List.copyOf(tx.profiles().crowded(asked, 1)))).containsExactly(ADA);
    assertThat(list(tx -> List.copyOf(tx.profiles().crowded(asked, 2)))).containsExactly(ADA);
    assertThat(list(tx -> List.copyOf(tx.profiles().crowded(asked, 3)))).isEmpty();
    assertThat(list(tx -> List.copyOf(tx.profiles().crowded(Set.of(), 1)))).isEmpty();
    write(
        tx -> {
          tx.profiles().insert(member(4, ADA));
          assertThat(tx.profiles().crowded(asked, 3)).as("own writes").containsExactly(ADA);
        });
  }

  @Test
  void members_that_are_indexed_again_are_found_as_before() {
    insert(member(1, ADA), member(2, ADA, Identifier.userId("u")));

    write(
        tx ->
            tx.profiles().reindex(List.of(member(1, ADA), member(2, ADA, Identifier.userId("u")))));

    assertThat(list(tx -> tx.profiles().holding(Set.of(ADA))))
        .extracting(Member::id)
        .containsExactly(id(1), id(2));
    assertThat(list(tx -> List.copyOf(tx.profiles().crowded(Set.of(ADA), 2)))).isEmpty();
  }

  @Test
  void clusters_are_the_members_of_roots() {
    insert(member(1), member(2), member(3).withRoot(id(1)), member(4).withRoot(id(2)), member(5));

    assertThat(list(tx -> tx.profiles().clusters(ids(1, 2))))
        .extracting(Member::id)
        .containsExactly(id(1), id(2), id(3), id(4));
    assertThat(list(tx -> tx.profiles().clusters(ids(3)))).isEmpty();
  }

  @Test
  void a_transaction_sees_its_own_writes() {
    write(
        tx -> {
          tx.profiles().insert(member(1, ADA));
          tx.profiles().insert(member(2, ADA));
          tx.profiles().save(List.of(member(2).withRoot(id(1))));

          assertThat(tx.profiles().find(ids(1))).containsExactly(member(1, ADA));
          assertThat(tx.profiles().findByRecord("record-1")).contains(member(1, ADA));
          assertThat(tx.profiles().holding(Set.of(ADA))).hasSize(2);
          assertThat(tx.profiles().clusters(ids(1))).hasSize(2);
          assertThat(tx.profiles().clusters(ids(2))).isEmpty();
        });
  }

  @Test
  void saving_changes_root_claims_and_activity_and_nothing_else() {
    insert(member(1), member(2, ADA));
    Member other =
        new Member(
            id(2),
            "other",
            List.of(BOB),
            Map.of("name", "Eve"),
            NOON.plusSeconds(1),
            id(1),
            0,
            List.of(claim("city", "London")),
            activity(3));

    write(tx -> tx.profiles().save(List.of(other)));

    Member expected =
        member(2, ADA)
            .withRoot(id(1))
            .withFacts(List.of(claim("city", "London")), activity(3))
            .withVersion(1);
    assertThat(list(tx -> tx.profiles().find(ids(2)))).containsExactly(expected);
    assertThat(list(tx -> tx.profiles().holding(Set.of(ADA)))).containsExactly(expected);
    assertThat(list(tx -> tx.profiles().holding(Set.of(BOB)))).isEmpty();
    assertThat(optional(tx -> tx.profiles().findByRecord("other"))).isEmpty();
  }

  @Test
  void each_save_counts_one_version() {
    insert(member(1), member(2));

    write(tx -> tx.profiles().save(List.of(member(1), member(2))));
    write(tx -> tx.profiles().save(List.of(member(1).withVersion(1))));

    assertThat(list(tx -> tx.profiles().find(ids(1, 2))))
        .extracting(Member::version)
        .containsExactly(2L, 1L);
  }

  @Test
  void a_stale_save_fails_and_names_both_versions() {
    insert(member(1), member(2));
    write(tx -> tx.profiles().save(List.of(member(2))));

    assertThatThrownBy(
            () -> write(tx -> tx.profiles().save(List.of(member(1), member(2).withVersion(4)))))
        .isInstanceOfSatisfying(
            StaleWriteException.class,
            e -> {
              assertThat(e.expected()).isEqualTo(4);
              assertThat(e.stored()).isEqualTo(1);
              assertThat(e.what()).contains(id(2).toString());
            });
    assertThat(list(tx -> tx.profiles().find(ids(1))))
        .as("what the failed transaction saved before")
        .containsExactly(member(1));
  }

  @Test
  void saving_an_unknown_member_is_stale() {
    assertThatThrownBy(() -> write(tx -> tx.profiles().save(List.of(member(1)))))
        .isInstanceOfSatisfying(
            StaleWriteException.class, e -> assertThat(e.stored()).isEqualTo(-1));
  }

  @Test
  void an_id_that_is_taken_and_a_version_other_than_0_are_refused() {
    insert(member(1));
    Member sameId = Member.born(id(1), "another record", List.of(), Map.of(), NOON);

    assertThatThrownBy(() -> insert(sameId)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> insert(member(2).withVersion(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_that_is_known_is_a_conflict() {
    insert(member(1));
    Member sameRecord = Member.born(id(2), "record-1", List.of(), Map.of(), NOON);

    rolledBack(
        tx ->
            assertThatThrownBy(() -> tx.profiles().insert(sameRecord))
                .isInstanceOf(ConflictException.class));
    assertThat(list(tx -> tx.profiles().find(ids(1, 2)))).containsExactly(member(1));
  }

  @Test
  void locking_returns_the_clusters() {
    insert(member(1), member(2), member(3).withRoot(id(1)), member(4));

    assertThat(list(tx -> tx.profiles().lock(sortedIds(1, 2))))
        .containsExactly(member(1), member(2), member(3).withRoot(id(1)));
  }

  @Test
  void locking_what_is_no_root_is_a_conflict() {
    insert(member(1), member(2).withRoot(id(1)));

    rolledBack(
        tx -> {
          assertThat(tx.profiles().lock(sortedIds(1))).hasSize(2);
          assertThatThrownBy(() -> tx.profiles().lock(sortedIds(1, 2)))
              .isInstanceOf(ConflictException.class);
          assertThatThrownBy(() -> tx.profiles().lock(sortedIds(7)))
              .isInstanceOf(ConflictException.class);
        });
  }

  @Test
  void whatever_a_member_holds_is_kept() {
    for (int seed = 0; seed < 50; seed++) {
      Member member = randomMember(seed);
      Member facts = withRandomFacts(member, seed);
      insert(member);
      write(tx -> tx.profiles().save(List.of(facts)));

      assertThat(list(tx -> tx.profiles().find(Set.of(member.id()))))
          .as("seed " + seed)
          .containsExactly(facts.withVersion(1));
    }
  }

  @Test
  void thousands_are_found_at_once() {
    List<Member> members =
        IntStream.range(0, 2_500).mapToObj(n -> member(n, Identifier.userId("u" + n))).toList();
    write(tx -> members.forEach(tx.profiles()::insert));

    assertThat(list(tx -> tx.profiles().find(setOf(members, Member::id)))).isEqualTo(members);
    assertThat(list(tx -> tx.profiles().clusters(setOf(members, Member::root)))).isEqualTo(members);
    assertThat(list(tx -> tx.profiles().holding(setOf(members, m -> m.identifiers().get(0)))))
        .isEqualTo(members);
  }

  private void insert(Member... members) {
    write(tx -> List.of(members).forEach(tx.profiles()::insert));
  }

  private static Member randomMember(int seed) {
    RandomValues random = new RandomValues(seed);
    return Member.born(
        id(seed),
        "record-" + seed,
        random.list(random::identifier).stream().distinct().sorted().toList(),
        random.texts(),
        random.instant());
  }

  private static Member withRandomFacts(Member member, int seed) {
    RandomValues random = new RandomValues(~seed);
    return member.withFacts(
        random.list(random::claim),
        seed % 5 == 0 ? Activity.NONE : new Activity(seed, random.instant(), random.instant()));
  }

  private static <T, K> Set<K> setOf(List<T> items, Function<T, K> key) {
    return items.stream().map(key).collect(Collectors.toSet());
  }
}
