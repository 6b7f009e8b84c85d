package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.value.PurchaseSummary;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PurchasesTest {

  private static final PurchaseQuery QUERY =
      PurchaseQuery.inWeeks("Order", "total", LocalDate.of(2026, 11, 22));

  private final TestEngine test = new TestEngine();
  private final Purchases purchases = test.engine.purchases();

  @Test
  void a_profile_is_summed_up_over_all_its_members_and_apart_again() {
    ProfileId a = test.ingest(order("a", 28, 10));
    test.ingest(order("a", 14, 30));
    ProfileId b = test.ingest(order("b", 35, 20));
    assertThat(purchases.summary(a, QUERY)).contains(new PurchaseSummary(1, 2, 4, 30));

    MergeId merge = test.engine.identities().merge(a).with(b).commit();
    assertThat(purchases.summary(b, QUERY)).contains(new PurchaseSummary(2, 3, 5, 20));
    test.engine.identities().unmerge(merge).commit();
    assertThat(purchases.summary(b, QUERY)).contains(new PurchaseSummary(0, 0, 5, 0));
  }

  @Test
  void everybody_who_bought_is_handed_over_once() {
    Map<ProfileId, PurchaseSummary> expected = new TreeMap<>();
    for (int i = 0; i < 450; i++) {
      ProfileId id = test.ingest(Event.track("Visit").userId("u" + i));
      if (i % 3 == 0) {
        test.ingest(order("u" + i, 7, i));
        expected.put(id, new PurchaseSummary(0, 0, 1, 0));
      }
    }
    test.ingest(Event.track("Order").userId("u1").property("total", "12"));
    Map<ProfileId, PurchaseSummary> found = new TreeMap<>();
    purchases.forEach(QUERY, (id, summary) -> assertThat(found.put(id, summary)).isNull());

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void who_bought_nothing_and_who_is_unknown_are_told_apart() {
    ProfileId id = test.ingest(Event.track("Visit").userId("a"));

    assertThat(purchases.summary(id, QUERY)).isEmpty();
    assertThatThrownBy(() -> purchases.summary(new ProfileId(new UUID(1, 1)), QUERY))
        .isInstanceOf(UnknownProfileException.class);
    assertThatThrownBy(() -> new PurchaseQuery("Order", "total", QUERY.asOf(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EventBuilder order(String user, int daysAgo, int total) {
    return Event.track("Order")
        .userId(user)
        .property("total", total)
        .at(TestEngine.NOW.minus(Duration.ofDays(daysAgo)));
  }
}
