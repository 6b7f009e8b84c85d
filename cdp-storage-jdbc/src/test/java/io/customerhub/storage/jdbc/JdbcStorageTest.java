package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.Transaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is peculiar to a database; the rest is the contract's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JdbcStorageTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final ProfileId ADA = ProfileId.of("01900000-0000-7000-8000-000000000001");
  private static final Identifier EMAIL = Identifier.email("ada@example.com");

  @Test
  void what_was_committed_is_there_when_the_file_is_opened_again(@TempDir Path folder)
      throws Exception {
    JdbcConnectionPool first = Databases.file(folder);
    run(Databases.storage(first), JdbcStorageTest::write);
    try (Connection connection = first.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
    first.dispose();

    JdbcConnectionPool second = Databases.file(folder);
    run(Databases.storage(second), JdbcStorageTest::requireWritten);
    Databases.shutDown(second);
  }

  @Test
  void tenants_share_tables_and_never_meet() {
    JdbcConnectionPool database = Databases.inMemory();
    JdbcStorage acme = JdbcStorage.builder(database).tenant("acme").build();
    JdbcStorage other = JdbcStorage.builder(database).tenant("other").build();

    run(acme, JdbcStorageTest::write);

    run(
        other,
        tx -> {
          assertThat(tx.profiles().find(Set.of(ADA))).isEmpty();
          assertThat(tx.profiles().holding(Set.of(EMAIL))).isEmpty();
          assertThat(tx.profiles().findByRecord("record")).isEmpty();
          assertThat(tx.catalog().countMembers()).isZero();
          assertThat(tx.events().count()).isZero();
          assertThat(tx.events().scan(null, 9)).isEmpty();
          assertThat(tx.records().about(Set.of(ADA), null)).isEmpty();
          assertThat(tx.candidates().lookUp(Set.of("key"), 9)).isEmpty();
          write(tx);
        });
    run(acme, JdbcStorageTest::requireWritten);
    run(other, JdbcStorageTest::requireWritten);
  }

  @Test
  void a_prefix_keeps_two_hubs_apart_in_one_schema() {
    JdbcConnectionPool database = Databases.inMemory();
    JdbcStorage plain = JdbcStorage.create(database);
    JdbcStorage prefixed = JdbcStorage.builder(database).tablePrefix("hub2_").build();

    run(plain, JdbcStorageTest::write);

    run(prefixed, tx -> assertThat(tx.events().count()).isZero());
    run(prefixed, JdbcStorageTest::write);
    run(prefixed, JdbcStorageTest::requireWritten);
  }

  @Test
  void a_connection_is_given_back_as_it_came() throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 4321");
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);

      Borrowed.of(new Unclosed(connection).proxy(), SqlDialect.H2).close();

      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
      try (var timeout = statement.executeQuery("CALL LOCK_TIMEOUT()")) {
        assertThat(timeout.next()).isTrue();
        assertThat(timeout.getInt(1)).isEqualTo(4321);
      }
    }
  }

  @Test
  void a_failure_tells_the_statement_and_never_a_value() {
    JdbcConnectionPool database = Databases.inMemory();
    JdbcStorage storage = JdbcStorage.create(database);
    String tooLong = "secret@example.com" + "x".repeat(600);
    Member member = Member.born(ADA, "record", List.of(Identifier.email(tooLong)), Map.of(), NOON);

    assertThatThrownBy(() -> run(storage, tx -> tx.profiles().insert(member)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("22001")
        .hasMessageContaining("cdp_identifier")
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
  }

  @Test
  void a_conflict_that_the_work_passes_over_is_never_committed() {
    JdbcStorage storage = Databases.storage(Databases.inMemory());
    run(storage, JdbcStorageTest::write);
    int[] attempts = new int[1];

    run(
        storage,
        tx -> {
          if (attempts[0]++ == 0) {
            tx.candidates().index(ADA, Set.of("half done"));
            assertThatThrownBy(() -> tx.events().append(stored()))
                .isInstanceOf(StorageException.class);
          }
        });

    assertThat(attempts[0]).isEqualTo(2);
    run(storage, tx -> assertThat(tx.candidates().lookUp(Set.of("half done"), 1)).isEmpty());
  }

  /** What it is not: unheard, or done again. */
  @Test
  void a_disk_that_cannot_be_forced_is_told_of_and_the_commit_stays() {
    Faults faults = new Faults();
    JdbcConnectionPool database = Databases.inMemory();
    JdbcStorage storage = JdbcStorage.builder(faults.over(database)).forceToDisk().build();
    String told = "";
    for (int call = 1; !told.contains("whether the disk has it"); call++) {
      faults.arm(Faults.Kind.REFUSED, call);
      told = failure(() -> run(storage, JdbcStorageTest::writeUnlessThere));
      assertThat(faults.disarm()).as("call %d", call).isTrue();
    }

    run(Databases.storage(database), JdbcStorageTest::requireWritten);
  }

  private static String failure(Runnable work) {
    try {
      work.run();
      return "";
    } catch (StorageException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void writeUnlessThere(Transaction tx) {
    if (tx.events().count() == 0) {
      write(tx);
    }
  }

  @Test
  void settings_are_checked() {
    JdbcStorage.Builder builder = JdbcStorage.builder(Databases.inMemory());

    assertThatThrownBy(() -> builder.tenant(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.tenant("x".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
    for (String prefix : List.of("", "Cdp_", "1x", "a-b", "x; DROP", "x".repeat(31))) {
      assertThatThrownBy(() -> builder.tablePrefix(prefix))
          .as(prefix)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void write(Transaction tx) {
    tx.profiles().insert(member());
    tx.events().append(stored());
    tx.records().insert(record());
    tx.candidates().index(ADA, Set.of("key"));
  }

  private static void requireWritten(Transaction tx) {
    assertThat(tx.profiles().holding(Set.of(EMAIL))).containsExactly(member());
    assertThat(tx.events().scan(null, 9)).containsExactly(stored());
    assertThat(tx.records().about(Set.of(ADA), "deal")).containsExactly(record());
    assertThat(tx.candidates().lookUp(Set.of("key"), 9)).containsOnlyKeys("key");
  }

  private static Member member() {
    return Member.born(ADA, "record", List.of(EMAIL), Map.of("name", "Ada"), NOON);
  }

  private static StoredEvent stored() {
    Event event = Event.track("Seen").messageId("m-1").at(NOON).email(EMAIL.value()).build();
    return new StoredEvent(event, ADA, NOON, StoredForm.hash(event), Map.of());
  }

  private static StoredRecord record() {
    return new StoredRecord(
        "deal",
        ADA.value(),
        new TreeSet<>(Set.of(ADA)),
        NOON,
        0,
        "Grace",
        "opened",
        NOON,
        Map.of(),
        "{}");
  }

  private static void run(Storage storage, java.util.function.Consumer<Transaction> work) {
    storage.inTransaction(
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  private static String stackTrace(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
