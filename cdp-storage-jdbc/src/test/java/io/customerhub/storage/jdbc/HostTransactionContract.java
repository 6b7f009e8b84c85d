package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.contract.Recorder;
import io.customerhub.destination.DeliveryReport;
import io.customerhub.destination.Subscription;
import io.customerhub.engine.CustomerEngine;
import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.ConflictException;
import io.customerhub.spi.IdSource;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.Storage;
import io.customerhub.spi.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Calls of the hub in a transaction that the host began and ends. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class HostTransactionContract {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final JdbcConnectionPool database = open();
  private final HostDataSource hostData = new HostDataSource(database);
  private final List<String> told = new ArrayList<>();
  private final Recorder mail = new Recorder();
  private final List<Runnable> afterCommit = new ArrayList<>();

  abstract JdbcConnectionPool open();

  @BeforeEach
  void createTables() throws Exception {
    JdbcSchema.on(database).migrate();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE host_order (id INT PRIMARY KEY)");
    }
  }

  @AfterEach
  void closeConnections() {
    database.dispose();
  }

  @Test
  void what_the_host_commits_is_kept_and_listeners_hear_of_it_only_then() throws Exception {
    JdbcStorage storage = JdbcStorage.create(database);
    CustomerEngine engine = engine(storage);
    try (Connection connection = connection()) {
      HostTransaction transaction = storage.join(connection);
      order(connection, 1);
      transaction.run(() -> engine.ingest(seen("m-1")));
      assertThat(transaction.<Long>call(engine::countEvents)).isEqualTo(1);
      assertThat(engine.countEvents()).as("seen by others before the commit").isZero();
      connection.commit();
      assertThat(told).as("told before the host says that it has committed").isEmpty();

      transaction.committed();
      transaction.committed();
    }

    assertThat(told).containsExactly("ProfileCreated");
    assertThat(engine.countEvents()).isEqualTo(1);
    assertThat(engine.profiles().find(Identifier.userId("ada"))).isPresent();
    assertThat(count("host_order")).isEqualTo(1);
  }

  @Test
  void segments_that_the_host_rolls_back_are_forgotten_and_those_of_others_known()
      throws Exception {
    JdbcStorage storage = JdbcStorage.create(database);
    CustomerEngine engine = engine(storage);
    engine.segments().define("kept", "trait.x exists");
    try (Connection connection = connection()) {
      HostTransaction transaction = storage.join(connection);
      transaction.run(() -> engine.segments().define("gone", "trait.y exists"));
      assertThat(transaction.<List<String>>call(() -> seenIn(engine, "m-1", "x", "y")))
          .containsExactly("gone", "kept");
      connection.rollback();
    }
    assertThat(seenIn(engine, "m-2", "x", "y")).containsExactly("kept");
    engine(storage).segments().define("other", "trait.y exists");
    assertThat(seenIn(engine, "m-3", "y")).containsExactly("kept", "other");
  }

  private static List<String> seenIn(CustomerEngine engine, String message, String... traits) {
    EventBuilder event = Event.identify().source("shop").messageId(message).userId("ada");
    List.of(traits).forEach(trait -> event.trait(trait, 1));
    return engine.segments().of(engine.ingest(event).profile().orElseThrow());
  }

  @Test
  void what_the_host_rolls_back_leaves_no_row_in_any_table() throws Exception {
    JdbcStorage storage = JdbcStorage.create(database);
    CustomerEngine engine = engine(storage);
    try (Connection connection = connection()) {
      order(connection, 1);
      storage
          .join(connection)
          .run(
              () -> {
                engine.segments().define("all", "did \"Seen\" at least 1 times");
                engine.ingest(seen("m-1"));
                engine.ingest(seen("m-2"));
              });
      connection.rollback();
    }

    requireEmpty();
    assertThat(told).isEmpty();
    assertThat(count("host_order")).isZero();
  }

  @Test
  void destinations_are_told_once_the_host_has_committed_and_never_within_its_transaction()
      throws Exception {
    JdbcStorage storage = JdbcStorage.create(database);
    CustomerEngine engine = engine(storage);
    try (Connection connection = connection()) {
      HostTransaction transaction = storage.join(connection);
      transaction.run(() -> engine.ingest(seen("m-1")));
      assertThat(count("cdp_outbox")).as("seen by others before the commit").isZero();
      assertThat(engine.destinations().deliver()).isEqualTo(DeliveryReport.NONE);
      assertThatThrownBy(() -> transaction.run(() -> engine.destinations().deliver()))
          .isInstanceOf(IllegalStateException.class);
      connection.commit();
    }

    assertThat(mail.attempts()).isEmpty();
    assertThat(engine.destinations().deliver().delivered()).isOne();
    assertThat(count("cdp_outbox")).isZero();
  }

  @Test
  void a_call_that_fails_leaves_nothing_of_itself_and_the_host_goes_on() throws Exception {
    JdbcStorage storage = JdbcStorage.create(database);
    CustomerEngine engine = engine(storage);
    try (Connection connection = connection()) {
      HostTransaction transaction = storage.join(connection);
      transaction.run(() -> engine.ingest(seen("m-1")));
      assertThatThrownBy(() -> transaction.run(() -> insertTooLong(storage)))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("22001");
      order(connection, 1);
      connection.commit();
      transaction.committed();
    }

    assertThat(count("host_order")).isEqualTo(1);
    assertThat(engine.countEvents()).isEqualTo(1);
    assertThat(count("cdp_member")).isEqualTo(1);
    assertThat(told).containsExactly("ProfileCreated");
  }

  @Test
  void a_conflict_reaches_the_host_at_once() throws Exception {
    JdbcStorage storage = JdbcStorage.create(database);
    int[] attempts = new int[1];
    try (Connection connection = connection()) {
      HostTransaction transaction = storage.join(connection);
      assertThatThrownBy(() -> transaction.run(() -> conflict(storage, attempts)))
          .isInstanceOf(ConflictException.class);
      connection.rollback();
    }

    assertThat(attempts[0]).isEqualTo(1);
  }

  @Test
  void only_a_transaction_at_read_committed_is_joined_and_only_one_at_a_time() throws Exception {
    JdbcStorage storage = JdbcStorage.create(database);
    CustomerEngine engine = engine(storage);
    try (Connection connection = database.getConnection()) {
      HostTransaction transaction = storage.join(connection);
      assertThatThrownBy(() -> transaction.run(engine::tick))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("setAutoCommit(false)");
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      connection.setAutoCommit(false);
      assertThatThrownBy(() -> transaction.run(engine::tick))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("READ COMMITTED");
      connection.rollback();
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      assertThatThrownBy(() -> transaction.run(() -> transaction.run(engine::tick)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("already");
      assertThatCode(() -> transaction.run(engine::tick)).doesNotThrowAnyException();
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @Test
  void a_data_source_that_hands_out_the_hosts_connection_is_followed() throws Exception {
    JdbcStorage storage = JdbcStorage.builder(hostData).hostTransactions(afterCommit::add).build();
    CustomerEngine engine = engine(storage);

    hostData.begin();
    engine.ingest(seen("m-1"));
    hostData.rollback();
    afterCommit.clear();
    requireEmpty();

    hostData.begin();
    engine.ingest(seen("m-1"));
    assertThat(engine.countEvents()).isEqualTo(1);
    assertThat(count("cdp_event")).as("seen by others before the commit").isZero();
    hostData.commit();
    assertThat(told).isEmpty();
    afterCommit.forEach(Runnable::run);
    assertThat(told).containsExactly("ProfileCreated");

    engine.ingest(seen("m-2"));
    assertThat(count("cdp_event")).as("the second one by our own transaction").isEqualTo(2);
  }

  @Test
  void a_conflict_in_a_transaction_that_the_data_source_hands_out_is_not_tried_again()
      throws Exception {
    JdbcStorage storage = JdbcStorage.builder(hostData).hostTransactions(afterCommit::add).build();
    int[] attempts = new int[1];

    hostData.begin();
    assertThatThrownBy(() -> conflict(storage, attempts)).isInstanceOf(ConflictException.class);
    hostData.rollback();

    assertThat(attempts[0]).isEqualTo(1);
  }

  @Test
  void autocommit_off_is_never_guessed_about() throws Exception {
    JdbcStorage storage = JdbcStorage.create(hostData);
    CustomerEngine engine = engine(storage);
    hostData.begin();
    assertThatThrownBy(engine::countEvents)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hostTransactions")
        .hasMessageContaining("ownTransactions");
    assertThatThrownBy(() -> JdbcStorage.create(hostData))
        .isInstanceOf(IllegalStateException.class);
    CustomerEngine own = engine(JdbcStorage.builder(hostData).ownTransactions().build());
    own.ingest(seen("m-1"));
    hostData.rollback();

    assertThat(count("cdp_event")).as("committed by the hub itself").isEqualTo(1);
    JdbcStorage.Builder both = JdbcStorage.builder(hostData).ownTransactions();
    assertThatThrownBy(() -> both.hostTransactions(afterCommit::add))
        .isInstanceOf(IllegalStateException.class);
  }

  private CustomerEngine engine(Storage storage) {
    return CustomerEngine.over(storage)
        .clock(CLOCK)
        .ids(IdSource.seeded(CLOCK, 7))
        .listener(event -> told.add(event.getClass().getSimpleName()))
        .destination(Subscription.to("mail", mail).kinds(NewsKind.EVENT_ACCEPTED).build())
        .build();
  }

  private static Event seen(String messageId) {
    return Event.track("Seen").messageId(messageId).at(CLOCK.instant()).userId("ada").build();
  }

  private static void conflict(Storage storage, int[] attempts) {
    storage.inTransaction(
        tx -> {
          attempts[0]++;
          throw new ConflictException("on purpose", null);
        });
  }

  private static void insertTooLong(Storage storage) {
    ProfileId id = ProfileId.of("01900000-0000-7000-8000-000000000001");
    Identifier tooLong = Identifier.userId("x".repeat(600));
    Member member = Member.born(id, "record", List.of(tooLong), Map.of(), CLOCK.instant());
    storage.inTransaction(
        tx -> {
          tx.profiles().insert(member);
          return id;
        });
  }

  private Connection connection() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void order(Connection connection, int id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO host_order VALUES (" + id + ")");
    }
  }

  private void requireEmpty() throws SQLException {
    TableNames names = new TableNames(TableNames.DEFAULT_PREFIX);
    for (Script script : Script.of(SqlDialect.H2, names)) {
      for (String table : script.tables().keySet()) {
        assertThat(count(table)).as(table).isZero();
      }
    }
  }

  private long count(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }
}
