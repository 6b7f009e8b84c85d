package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.JournalEntry;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewsTest {

  private static final List<String> CITIES =
      List.of(
          "London",
          "Paris",
          "Rome",
          "Oslo",
          "Madrid",
          "Vienna",
          "Warsaw",
          "Athens",
          "Dublin",
          "Helsinki");

  private final TestEngine test = new TestEngine();
  private final Identities identities = test.engine.identities();

  @Test
  void the_most_likely_pair_comes_first_and_all_are_counted() {
    card("1", "Ada Lovelace", "London");
    card("2", "Ada Lovelace", "Paris");
    card("3", "Ada Lovelace", "London");
    ReviewQueue queue = identities.reviewQueue(2);

    assertThat(queue.first()).hasSize(2);
    assertThat(queue.open()).isEqualTo(3);
    assertThat(queue.complete()).isTrue();
    List<Review> all = identities.reviewQueue(10).first();
    assertThat(all).isSortedAccordingTo(Comparator.comparingDouble(review -> -review.bits()));
    assertThat(all.get(0).bits()).isGreaterThan(all.get(2).bits());
  }

  @Test
  void accepting_merges_in_one_call_and_tells_who_and_why() {
    ProfileId a = card("1", "Ada Lovelace", "London");
    ProfileId b = card("2", "Ada Lovelace", "London");
    UUID review = identities.reviewQueue(1).first().get(0).id();
    MergeId merge = identities.accept(review, "ann", "same handwriting");

    assertThat(test.profile(b).id()).isEqualTo(a);
    assertThat(identities.reviewQueue(1)).isEqualTo(new ReviewQueue(List.of(), 0, 0, true));
    assertThat(identities.journal(a))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(JournalEntry.Kind.MERGE);
              assertThat(entry.actor()).isEqualTo("ann");
              assertThat(entry.reason()).isEqualTo("same handwriting");
            });
    assertThat(test.engine.audit().of(a))
        .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::reason)
        .containsExactly(tuple(AuditEntry.Action.MERGE, "ann", "same handwriting"));
    identities.unmerge(merge).by("bob").commit();
    assertThat(test.profile(b).id()).isEqualTo(b);
  }

  @Test
  void rejecting_keeps_apart_in_one_call_for_good() {
    ProfileId a = card("1", "Ada Lovelace", "London");
    ProfileId b = card("2", "Ada Lovelace", "London");
    UUID review = identities.reviewQueue(1).first().get(0).id();
    identities.reject(review, "ann", "namesakes");

    assertThat(identities.reviewQueue(1).open()).isZero();
    assertThat(identities.whyNot(a, b).reason()).isEqualTo("namesakes");
    assertThat(test.engine.audit().of(b))
        .extracting(AuditEntry::action)
        .containsExactly(AuditEntry.Action.KEEP_APART);
    assertThatThrownBy(() -> identities.reject(review, "ann", ""))
        .isInstanceOf(IdentityDecisionException.class)
        .hasMessageContaining(review.toString());
    assertThatThrownBy(() -> identities.accept(new UUID(0, 0), "ann", ""))
        .hasMessageContaining("waits for a decision");
  }

  @Test
  void two_profiles_wait_once_however_many_of_their_records_resemble_each_other() {
    ProfileId a = card("1", "Ada Lovelace", "London");
    test.ingest(Event.identify().loyaltyCard("1").trait("name", "Ada Lovelace"));
    card("2", "Ada Lovelace", "London");
    test.ingest(Event.identify().loyaltyCard("2").trait("name", "Ada M. Lovelace"));

    assertThat(identities.reviewQueue(10).first())
        .singleElement()
        .satisfies(review -> assertThat(review.a()).isEqualTo(a));
  }

  @Test
  void of_many_namesakes_the_closest_wait() {
    namesakes();
    ProfileId last = card("last", "Ada Lovelace", "Rome");

    List<Review> own =
        identities.reviewQueue(1_000).first().stream()
            .filter(review -> review.a().equals(last) || review.b().equals(last))
            .toList();
    assertThat(own).hasSize(OpenPairs.MOST);
    ProfileId closest = test.engine.profiles().find(Identifier.of("loyalty_card", "2")).get().id();
    assertThat(own.get(0).a()).isEqualTo(closest);
    assertThat(identities.reviewQueue(1).open()).isEqualTo(10 + 6 * OpenPairs.MOST);
  }

  @Test
  void a_second_look_adds_no_more_to_those_that_wait() {
    namesakes();
    long open = identities.reviewQueue(1).open();
    identities.adoptModel("ann", "again", adoption -> {});
    test.engine.tick();

    assertThat(identities.reviewQueue(1).open()).isEqualTo(open);
  }

  @Test
  void the_oldest_of_many_namesakes_has_no_pair_with_each_of_them() {
    ProfileId oldest = card("1000", "Ada Lovelace", "London");
    for (int i = 1; i < 30; i++) {
      card("" + (1_000 + i), "Ada Lovelace", "London");
    }
    List<Review> all = identities.reviewQueue(1_000).first();

    assertThat(all.stream().filter(one -> one.a().equals(oldest) || one.b().equals(oldest)))
        .hasSize(OpenPairs.MOST);
  }

  private void namesakes() {
    for (int i = 0; i < CITIES.size(); i++) {
      card("" + i, "Ada Lovelace", CITIES.get(i));
    }
  }

  private ProfileId card(String card, String name, String city) {
    return test.ingest(Event.identify().loyaltyCard(card).trait("name", name).trait("city", city));
  }
}
