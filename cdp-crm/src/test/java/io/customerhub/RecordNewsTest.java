package io.customerhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.contract.Recorder;
import io.customerhub.contract.TestClock;
import io.customerhub.crm.deal.Deal;
import io.customerhub.crm.deal.DealRole;
import io.customerhub.destination.DeliveryReport;
import io.customerhub.destination.Drained;
import io.customerhub.destination.Subscription;
import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Delivery;
import io.customerhub.spi.DeliveryResult;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.NewsKind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What destinations hear of the CRM, and the hub's own door to them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class RecordNewsTest {

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final Recorder crm = new Recorder();

  @Test
  void the_stages_of_a_deal_are_told_to_each_of_its_people_in_order() {
    try (CustomerHub hub = hub().build()) {
      ProfileId ada = person(hub, "ada");
      ProfileId bob = person(hub, "bob");
      Deal deal =
          hub.deals()
              .open("Engine")
              .with(ada)
              .with(bob, DealRole.DECISION_MAKER)
              .note("talked about zqx")
              .save();
      hub.deals().of(deal).moveTo("proposal").commit();

      assertThat(hub.destinations().deliver()).isEqualTo(new DeliveryReport(4, 0, 0, 0));

      assertThat(crm.kinds()).containsOnly(NewsKind.RECORD_CHANGED);
      assertThat(crm.delivered()).extracting(Delivery::profile).containsExactly(ada, bob, ada, bob);
      assertThat(crm.delivered().get(2).body())
          .contains("\"record\":{\"id\":\"" + deal.id() + "\",\"keys\":{")
          .contains("\"stage\":\"proposal\"")
          .contains("\"kind\":\"deal\"")
          .contains("\"version\":\"1\"");
      assertThat(crm.bodies()).doesNotContain("zqx").doesNotContain("Engine");
    }
  }

  @Test
  void a_hub_that_delivers_in_the_background_tells_at_once_and_closes_with_a_report()
      throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    crm.answer(
        delivery -> {
          told.countDown();
          return DeliveryResult.delivered();
        });
    CustomerHub hub = hub().deliverInBackground(Duration.ofMinutes(5)).build();
    hub.tasks().plan("call").about(person(hub, "ada")).save();

    assertThat(told.await(50, TimeUnit.SECONDS)).isTrue();
    Drained drained = hub.close(Duration.ofSeconds(50));

    assertThat(drained.left()).isZero();
    assertThat(hub.close(Duration.ofSeconds(1))).isEqualTo(drained);
    assertThat(crm.isClosed()).isTrue();
    hub.close();
  }

  private CustomerHubBuilder hub() {
    return CustomerHub.builder()
        .clock(clock)
        .ids(IdSource.seeded(clock, 7))
        .destination(Subscription.to("crm", crm).kinds(NewsKind.RECORD_CHANGED).build());
  }

  private static ProfileId person(CustomerHub hub, String user) {
    return hub.ingest(Event.track("Seen").userId(user)).profile().orElseThrow();
  }
}
