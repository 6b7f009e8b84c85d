package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.SimilarPeople;
import io.customerhub.contract.StateDigest;
import io.customerhub.contract.TestClock;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class JdbcSchemaContract {

  private static final List<String> SCRIPTS =
      List.of(
          "V1__customer_hub.sql",
          "V2__privacy.sql",
          "V3__second_looks.sql",
          "V4__outbox.sql",
          "V5__membership_history.sql",
          "V6__retention.sql",
          "V7__open_pairs.sql");

  private final JdbcConnectionPool database = open();
  private final JdbcSchema schema = JdbcSchema.on(database);

  /** Opens a database without a table. */
  abstract JdbcConnectionPool open();

  abstract SqlDialect dialect();

  @AfterEach
  void closeConnections() {
    database.dispose();
  }

  @Test
  void migrating_runs_each_script_once() {
    assertThat(schema.migrate()).containsExactlyElementsOf(SCRIPTS);
    assertThat(schema.migrate()).isEmpty();
    assertThatCode(schema::validate).doesNotThrowAnyException();
  }

  @Test
  void the_scripts_can_be_run_by_hand_and_again() throws Exception {
    Map<String, String> scripts = JdbcSchema.scripts(dialect());
    for (String script : List.copyOf(scripts.values())) {
      execute(script);
      execute(script);
    }

    assertThat(scripts.keySet()).containsExactlyElementsOf(SCRIPTS);
    assertThatCode(schema::validate).doesNotThrowAnyException();
    assertThat(schema.migrate()).containsExactlyElementsOf(SCRIPTS);
  }

  @Test
  void validating_lists_all_that_is_missing_with_its_script() throws Exception {
    schema.migrate();
    execute("DROP TABLE cdp_journal; ALTER TABLE cdp_member DROP COLUMN claims");

    assertThatThrownBy(schema::validate)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("table cdp_journal (V1__customer_hub.sql)")
        .hasMessageContaining("column cdp_member.claims (V1__customer_hub.sql)")
        .hasMessageNotContaining("cdp_event");
  }

  @Test
  void every_table_of_the_script_is_looked_for() {
    Map<String, List<String>> tables = Script.of(dialect(), new TableNames("cdp_")).get(0).tables();

    assertThat(tables).hasSize(14).containsKeys("cdp_member", "cdp_event", "cdp_set_aside");
    assertThat(tables.get("cdp_identifier")).containsExactly("tenant", "namespace", "val");
    assertThatThrownBy(schema::validate)
        .satisfies(e -> assertThat(tables.keySet()).allMatch(e.getMessage()::contains));
  }

  @Test
  void a_storage_that_validates_does_not_open_on_an_empty_database() {
    assertThatThrownBy(() -> JdbcStorage.builder(database).schema(SchemaMode.VALIDATE).build())
        .isInstanceOf(StorageException.class);
    schema.migrate();
    assertThatCode(() -> JdbcStorage.builder(database).schema(SchemaMode.VALIDATE).build())
        .doesNotThrowAnyException();
  }

  @Test
  void a_storage_that_trusts_adds_nothing() {
    JdbcStorage.builder(database).schema(SchemaMode.TRUST).build().close();

    assertThatThrownBy(schema::validate).isInstanceOf(StorageException.class);
  }

  @Test
  void several_may_migrate_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CyclicBarrier start = new CyclicBarrier(4);
    Callable<List<String>> migrating =
        () -> {
          start.await(30, TimeUnit.SECONDS);
          return schema.migrate();
        };
    for (Future<List<String>> done :
        threads.invokeAll(java.util.Collections.nCopies(4, migrating))) {
      assertThat(done.get()).hasSizeLessThanOrEqualTo(SCRIPTS.size());
    }
    threads.shutdown();

    assertThatCode(schema::validate).doesNotThrowAnyException();
    assertThat(schema.migrate()).isEmpty();
  }

  @Test
  void a_database_of_before_keeps_its_data_and_is_compared_again() throws Exception {
    List<Event> events = new SimilarPeople(1, 9).take(40);
    schema.migrate();
    events.forEach(engine(200)::ingest);
    execute(
        "DROP TABLE cdp_redo; DROP TABLE cdp_generic_block;"
            + " DELETE FROM cdp_schema_version WHERE script = 'V3__second_looks.sql'");

    assertThat(schema.migrate()).containsExactly("V3__second_looks.sql");

    CustomerEngine upgraded = engine(5);
    assertThat(StateDigest.partition(upgraded, event -> true))
        .isEqualTo(SimilarPeople.partition(upgraded, 200));
    assertThat(upgraded.tick()).isGreaterThanOrEqualTo(events.size());
    while (upgraded.tick() > 0) {
      assertThat(upgraded.countEvents()).isEqualTo(events.size());
    }
    assertThat(StateDigest.partition(upgraded, event -> true))
        .isEqualTo(SimilarPeople.partition(upgraded, 5));
  }

  @Test
  void every_version_of_before_is_brought_up_to_date_and_keeps_its_data() throws Exception {
    schema.migrate();
    engine(200).ingest(Event.track("Seen").userId("ada"));
    List<Script> scripts = Script.of(dialect(), new TableNames("cdp_"));
    for (int version = 1; version < scripts.size(); version++) {
      List<Script> later = scripts.subList(version, scripts.size());
      for (Script script : later) {
        forget(script);
      }

      assertThat(schema.migrate()).isEqualTo(later.stream().map(Script::name).toList());

      assertThatCode(schema::validate).doesNotThrowAnyException();
      CustomerEngine upgraded = engine(200 + version);
      upgraded.ingest(Event.track("Seen").userId("ada"));
      assertThat(upgraded.countEvents()).as("from version %d", version).isEqualTo(version + 1L);
      assertThat(upgraded.profiles().count()).as("from version %d", version).isOne();
    }
  }

  @Test
  void memberships_of_before_are_the_history_that_is_known() throws Exception {
    schema.migrate();
    CustomerEngine before = engine(200);
    before.segments().define("seen", "did \"Seen\"");
    before.segments().define("unseen", "not did \"Seen\"");
    before.ingest(Event.identify().userId("ada"));
    before.ingest(Event.track("Seen").userId("ada"));
    before.ingest(Event.identify().userId("bob"));
    execute(
        "DROP TABLE cdp_membership_change;"
            + " DELETE FROM cdp_schema_version WHERE script = 'V5__membership_history.sql'");

    schema.migrate();

    CustomerEngine upgraded = engine(201);
    upgraded.segments().define("new", "entered segment \"seen\" in last 7 days");
    upgraded.segments().define("lost", "left segment \"unseen\" in last 7 days");
    upgraded.segments().define("fresh", "entered segment \"unseen\" in last 7 days");
    assertThat(upgraded.segments().count("new")).isOne();
    assertThat(upgraded.segments().count("lost")).isOne();
    assertThat(upgraded.segments().count("fresh")).isOne();
  }

  @Test
  void pairs_that_are_older_than_their_weight_are_paged_too() throws Exception {
    schema.migrate();
    Storage storage = JdbcStorage.builder(database).schema(SchemaMode.TRUST).build();
    List<Link> links =
        List.of(
            possible(1, 4.5), possible(2, -2), possible(3, 4.5), possible(4, 0), possible(5, 1));
    storage.inTransaction(
        tx -> {
          links.forEach(tx.identities()::add);
          return links;
        });
    execute("UPDATE cdp_link SET bits = 0");

    List<Link> paged = new ArrayList<>();
    List<Link> page;
    do {
      Link last = paged.isEmpty() ? null : paged.get(paged.size() - 1);
      page = storage.inTransaction(tx -> tx.identities().heaviestPossible(last, 2));
      paged.addAll(page);
    } while (!page.isEmpty() && paged.size() < 20);
    assertThat(paged).isEqualTo(links);
  }

  private static Link possible(int id, double bits) {
    List<Evidence> evidence = List.of(new Evidence("name", "exact", bits));
    Instant at = Instant.parse("2026-11-22T12:00:00Z");
    return new Link(
        new UUID(0, id),
        new ProfileId(new UUID(1, id)),
        new ProfileId(new UUID(2, id)),
        LinkKind.POSSIBLE,
        evidence,
        "rules",
        "",
        at,
        true,
        0);
  }

  @Test
  void a_column_that_a_later_script_adds_is_missed_too() throws Exception {
    schema.migrate();
    execute("ALTER TABLE cdp_member DROP COLUMN removed");

    assertThatThrownBy(schema::validate)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("column cdp_member.removed (V6__retention.sql)");
  }

  private void forget(Script script) throws Exception {
    for (String table : script.tables().keySet()) {
      execute("DROP TABLE " + table);
    }
    // H2 keeps a column that an index is on.
    execute("DROP INDEX IF EXISTS cdp_link_possible");
    for (Map.Entry<String, List<String>> added : script.added().entrySet()) {
      for (String column : added.getValue()) {
        execute("ALTER TABLE " + added.getKey() + " DROP COLUMN " + column);
      }
    }
    execute("DELETE FROM cdp_schema_version WHERE script = '" + script.name() + "'");
  }

  private CustomerEngine engine(int blockLimit) {
    TestClock clock = new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
    Storage storage = JdbcStorage.builder(database).schema(SchemaMode.TRUST).build();
    return CustomerEngine.over(storage)
        .clock(clock)
        .ids(IdSource.seeded(clock, blockLimit))
        .blockLimit(blockLimit)
        .build();
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
