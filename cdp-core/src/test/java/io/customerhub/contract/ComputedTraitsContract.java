package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.engine.ComputedTraitException;
import io.customerhub.engine.ComputedTraits;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.engine.DomainEvent;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.profile.ComputedTrait;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Calculation;
import io.customerhub.segment.Conditions;
import io.customerhub.segment.Schema;
import io.customerhub.segment.SegmentSchemaException;
import io.customerhub.segment.SegmentSyntaxException;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What follows from events is right at every instant. A store's author opens an empty store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
public abstract class ComputedTraitsContract {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ORDERS_90D = "count of \"Order Completed\" in last 90 days";

  private final TestClock clock = new TestClock(NOW);
  private final List<DomainEvent> told = new ArrayList<>();
  private Storage storage;
  private CustomerEngine engine;
  private ComputedTraits traits;

  /** For the contract's own subclasses. */
  protected ComputedTraitsContract() {}

  /** Opens a new, empty storage. */
  protected abstract Storage open();

  @BeforeEach
  void openEngine() {
    storage = open();
    engine = engine(Schema.open());
    traits = engine.computedTraits();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void definitions_are_kept_and_every_engine_over_the_storage_uses_them() {
    traits.define("orders_90d", ORDERS_90D);
    traits.define("spent", Calculation.sum("revenue", Conditions.event("Order Completed")));
    ProfileId ada = ingest(order("ada", 1, 30));

    CustomerEngine other = engine(Schema.open());
    assertThat(other.computedTraits().names()).containsExactly("orders_90d", "spent");
    assertThat(other.computedTraits().find("orders_90d").map(Calculation::toString))
        .contains(ORDERS_90D);
    ComputedTrait shown = other.profiles().get(ada).orElseThrow().computed().get("orders_90d");
    assertThat(shown.shown()).contains(BigDecimal.ONE);
    assertThat(shown.definition()).isEqualTo(ORDERS_90D);
    assertThat(shown.asOf()).isEqualTo(NOW);
    assertThat(shown.due()).contains(NOW.plus(Duration.ofDays(89)).plusNanos(1_000));
    assertThat(shown.toString()).doesNotContain("= 1");
    assertThat(other.profiles().get(ada).orElseThrow().trait("spent"))
        .contains(new BigDecimal("30"));
  }

  @Test
  void definitions_of_several_engines_at_once_are_all_kept() throws Exception {
    int count = 6;
    CyclicBarrier start = new CyclicBarrier(count);
    List<Callable<Void>> work = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      String name = "orders_" + i;
      names.add(name);
      CustomerEngine one = engine(Schema.open());
      work.add(
          () -> {
            start.await(60, TimeUnit.SECONDS);
            one.computedTraits().define(name, ORDERS_90D);
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(engine(Schema.open()).computedTraits().names()).containsExactlyElementsOf(names);
  }

  @Test
  void a_segment_follows_a_computed_trait_at_once_and_by_tick_when_a_window_moves() {
    traits.define("orders_90d", ORDERS_90D);
    engine.segments().define("loyal", "trait.orders_90d >= 2");
    engine.segments().define("gone", "trait.orders_90d = 0 or trait.orders_90d missing");
    ProfileId ada = ingest(order("ada", 10, 5));
    assertThat(engine.segments().of(ada)).isEmpty();
    ingest(order("ada", 0, 5));
    assertThat(engine.segments().of(ada)).containsExactly("loyal");
    assertThat(engine.segments().why("loyal", ada).reason().sentence())
        .isEqualTo("trait.orders_90d >= 2");

    clock.advance(Duration.ofDays(200));
    assertThat(engine.tick()).isPositive();
    assertThat(engine.segments().of(ada)).containsExactly("gone");
    assertThat(told)
        .filteredOn(DomainEvent.SegmentLeft.class::isInstance)
        .extracting(DomainEvent::at)
        .containsExactly(NOW.plus(Duration.ofDays(80)).plusNanos(1_000));
    assertThat(trait(ada, "orders_90d")).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void a_late_event_a_merge_and_an_unmerge_are_seen_at_once() {
    traits.define("first_plan", "first of plan of \"Order Completed\"");
    traits.define("days", "distinct days of \"Order Completed\"");
    engine.segments().define("silver start", "trait.first_plan = \"silver\"");
    engine.segments().define("three days", "trait.days between 3 and 5");
    ProfileId a = ingest(order("a", 5, 1).property("plan", "gold"));
    ingest(order("a", 9, 1).property("plan", "silver"));
    assertThat(engine.segments().of(a)).containsExactly("silver start");
    ProfileId b = ingest(order("b", 20, 1).property("plan", "bronze"));

    MergeId merge = engine.identities().merge(a).with(b).commit();
    assertThat(trait(b, "first_plan")).isEqualTo("bronze");
    assertThat(engine.segments().of(a)).containsExactly("three days");
    engine.identities().unmerge(merge).commit();
    assertThat(trait(a, "first_plan")).isEqualTo("silver");
    assertThat(trait(b, "days")).isEqualTo(BigDecimal.ONE);
    assertThat(engine.segments().of(a)).containsExactly("silver start");
    assertThat(engine.segments().of(b)).isEmpty();
  }

  @Test
  void computed_traits_may_look_at_each_other_but_not_in_a_circle() {
    traits.define("usual", "average of revenue of \"Order Completed\"");
    traits.define("above", "count of \"Order Completed\" (revenue > trait.usual)");
    engine.segments().define("spender", "trait.above > 1 and trait.goal <= trait.usual");
    ProfileId ada = ingest(order("ada", 3, 10));
    ingest(order("ada", 2, 20));
    ingest(order("ada", 1, 21));
    ingest(Event.identify().userId("ada").trait("goal", 17));
    assertThat(trait(ada, "usual")).isEqualTo(new BigDecimal("17"));
    assertThat(trait(ada, "above")).isEqualTo(new BigDecimal("2"));
    assertThat(engine.segments().of(ada)).containsExactly("spender");

    assertThatThrownBy(
            () -> traits.define("usual", "sum of x of \"Order Completed\" (y = trait.above)"))
        .isInstanceOf(ComputedTraitException.class)
        .hasMessageContaining("of itself, by way of \"above\"");
    assertThatThrownBy(() -> traits.define("x", "count of \"A\" (y = trait.x)"))
        .isInstanceOf(ComputedTraitException.class);
    assertThatThrownBy(() -> traits.remove("usual"))
        .isInstanceOf(ComputedTraitException.class)
        .hasMessageContaining("\"spender\"");
    assertThatThrownBy(() -> traits.remove("nothing"))
        .hasMessageContaining("defined are [above, usual]");
  }

  @Test
  void redefining_and_removing_take_effect_at_once_and_a_told_trait_is_hidden_meanwhile() {
    ProfileId ada = ingest(Event.identify().userId("ada").trait("orders", "many"));
    ingest(order("ada", 100, 5));
    engine.segments().define("ordered", "trait.orders >= 1");
    engine.segments().define("many", "trait.orders = \"many\"");
    assertThat(engine.segments().of(ada)).containsExactly("many");

    traits.define("orders", ORDERS_90D);
    assertThat(trait(ada, "orders")).isEqualTo(BigDecimal.ZERO);
    assertThat(engine.segments().of(ada)).isEmpty();
    traits.define("orders", "count of \"Order Completed\" in last 1 year");
    assertThat(engine.segments().of(ada)).containsExactly("ordered");
    assertThat(engine.profiles().get(ada).orElseThrow().traits()).isEmpty();

    engine.segments().remove("ordered");
    engine.segments().define("many", "trait.x = 1");
    traits.remove("orders");
    assertThat(trait(ada, "orders")).isEqualTo("many");
    assertThat(traits.names()).isEmpty();
  }

  @Test
  void what_is_declared_is_checked_and_a_declared_trait_cannot_be_computed() {
    CustomerEngine strict =
        engine(
            Schema.open()
                .trait("city", Schema.Type.TEXT)
                .event("Order Completed", Map.of("plan", Schema.Type.TEXT)));
    strict.computedTraits().define("plan_now", "last of plan of \"Order Completed\"");
    strict.segments().define("gold", "trait.plan_now = \"gold\" and trait.city exists");

    assertThatThrownBy(() -> strict.computedTraits().define("city", ORDERS_90D))
        .isInstanceOf(SegmentSchemaException.class);
    assertThatThrownBy(() -> strict.computedTraits().define("x", "count of \"Order Complete\""))
        .isInstanceOf(SegmentSchemaException.class)
        .hasMessageContaining("did you mean \"Order Completed\"?");
    assertThatThrownBy(() -> strict.segments().define("y", "trait.plan_now > 5"))
        .isInstanceOf(SegmentSchemaException.class);
    assertThatThrownBy(() -> strict.computedTraits().define("x", "many of \"Order Completed\""))
        .isInstanceOf(SegmentSyntaxException.class);
    for (String bad : List.of("", " a", "a\n", "x".repeat(129))) {
      assertThatThrownBy(() -> traits.define(bad, ORDERS_90D))
          .isInstanceOf(ComputedTraitException.class);
    }
  }

  @Test
  void it_is_explained_and_exported_with_the_person_and_gone_with_an_erasure() throws Exception {
    traits.define("favourite", "most frequent of sku of \"Order Completed\"");
    engine.segments().define("fan", "trait.favourite = \"zqx-7\"");
    ProfileId ada = ingest(order("ada", 1, 5).property("sku", "zqx-7"));
    assertThat(engine.segments().count("fan")).isEqualTo(1);

    String explained = engine.identities().explain(ada).text();
    assertThat(explained).contains("favourite = zqx-7 (computed: most frequent of sku of");
    assertThat(engine.identities().explain(ada).toString()).doesNotContain("zqx-7");
    StringBuilder out = new StringBuilder();
    engine.privacy().export(ada).by("dpo").because("request").to(out);
    assertThat(out)
        .contains("\"computedTraits\":[{\"name\":\"favourite\",\"value\":\"zqx-7\",\"definition\"");

    engine.privacy().erase(ada).by("dpo").because("request").commit();
    assertThat(engine.segments().count("fan")).isZero();
    assertThat(traits.names()).containsExactly("favourite");
    clock.advance(Duration.ofDays(400));
    assertThat(engine.tick()).isZero();
  }

  @Test
  void a_trait_is_held_for_as_long_as_its_computed_value_was() {
    traits.define("orders_30d", "count of \"Order Completed\" in last 30 days");
    engine.segments().define("steady", "trait.orders_30d has been >= 1 for 40 days");
    ProfileId ada = ingest(order("ada", 40, 5));
    ingest(order("ada", 5, 5));
    assertThat(engine.segments().of(ada)).as("nothing for five days").isEmpty();
    ingest(order("ada", 25, 5));
    assertThat(engine.segments().of(ada)).containsExactly("steady");
    clock.advance(Duration.ofDays(26));
    engine.tick();
    assertThat(engine.segments().of(ada)).as("none in the last 30 days").isEmpty();

    ingest(order("ada", 0, 5));
    clock.advance(Duration.ofDays(29));
    ingest(order("ada", 0, 5));
    engine.tick();
    assertThat(engine.segments().of(ada)).as("29 days").isEmpty();
    clock.advance(Duration.ofDays(12));
    engine.tick();
    assertThat(engine.segments().of(ada)).as("41 days").containsExactly("steady");
  }

  @Test
  void values_and_memberships_agree_with_a_count_by_hand_whenever_one_looks() {
    traits.define("n", "count of \"Order Completed\" (revenue > 3) in last 5 days");
    traits.define("sum", "sum of revenue of \"Order Completed\" in last 36 hours");
    traits.define("max", "maximum of revenue of \"Order Completed\" this month");
    engine.segments().define("several", "trait.n >= 2 and not trait.sum > 12");
    engine.segments().define("top", "trait.max = 9");
    for (long seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      List<Order> orders = new ArrayList<>();
      ProfileId id = ingest(Event.identify().userId("p" + seed));
      for (int step = 0; step < 30; step++) {
        clock.advance(Duration.ofHours(random.nextInt(30)));
        Instant at = clock.instant().minus(Duration.ofHours(random.nextInt(50)));
        Order order = new Order(at, random.nextInt(10));
        orders.add(order);
        ingest(
            Event.track("Order Completed")
                .userId("p" + seed)
                .property("revenue", order.revenue())
                .at(at));
        clock.advance(Duration.ofHours(random.nextInt(40)));
        engine.tick();
        check("seed " + seed + " step " + step, id, orders);
      }
    }
  }

  private record Order(Instant at, int revenue) {}

  private void check(String about, ProfileId id, List<Order> orders) {
    Instant now = clock.instant().plusNanos(1_000);
    long n =
        orders.stream()
            .filter(o -> o.revenue() > 3 && !o.at().isBefore(now.minus(Duration.ofDays(5))))
            .count();
    int sum =
        orders.stream()
            .filter(o -> !o.at().isBefore(now.minus(Duration.ofHours(36))))
            .mapToInt(Order::revenue)
            .sum();
    Integer max =
        orders.stream()
            .filter(o -> o.at().toString().startsWith(now.toString().substring(0, 7)))
            .map(Order::revenue)
            .max(Integer::compare)
            .orElse(null);
    Map<String, Object> expected = new TreeMap<>();
    expected.put("n", BigDecimal.valueOf(n));
    expected.put("sum", BigDecimal.valueOf(sum));
    expected.put("max", max == null ? "none" : BigDecimal.valueOf(max));
    Map<String, Object> shown = new TreeMap<>();
    engine
        .profiles()
        .get(id)
        .orElseThrow()
        .computed()
        .forEach(
            (name, value) -> shown.put(name, Objects.requireNonNullElse(value.value(), "none")));
    assertThat(shown).as(about).isEqualTo(expected);
    List<String> segments = new ArrayList<>();
    if (n >= 2 && sum <= 12) {
      segments.add("several");
    }
    if (max != null && max == 9) {
      segments.add("top");
    }
    assertThat(engine.segments().of(id)).as(about).isEqualTo(segments);
  }

  private CustomerEngine engine(Schema schema) {
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, schema.hashCode()))
        .schema(schema)
        .listener(told::add)
        .build();
  }

  private ProfileId ingest(EventBuilder event) {
    return engine.ingest(event).profile().orElseThrow();
  }

  private Object trait(ProfileId id, String name) {
    return engine.profiles().get(id).orElseThrow().trait(name).orElseThrow();
  }

  private EventBuilder order(String user, int daysAgo, int revenue) {
    return Event.track("Order Completed")
        .userId(user)
        .property("revenue", revenue)
        .at(clock.instant().minus(Duration.ofDays(daysAgo)));
  }
}
