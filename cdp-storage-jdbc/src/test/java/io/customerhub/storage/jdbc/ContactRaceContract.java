package io.customerhub.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.CustomerHub;
import io.customerhub.event.Event;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An edit of a contact names no version, so that nobody can be late. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(300)
abstract class ContactRaceContract {

  private static final int EDITORS = 4;
  private static final int EDITS = 8;

  private JdbcConnectionPool database;

  abstract JdbcConnectionPool open();

  abstract void close(JdbcConnectionPool pool) throws Exception;

  @BeforeEach
  void openDatabase() {
    database = open();
  }

  @AfterEach
  void closeDatabase() throws Exception {
    close(database);
  }

  @Test
  void edits_at_once_are_all_made_the_first_one_too() throws Exception {
    JdbcStorage storage = JdbcStorage.builder(database).build();
    ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
    try (CustomerHub hub = CustomerHub.builder().storage(storage).build()) {
      ProfileId ada = hub.ingest(Event.identify().userId("ada")).profile().orElseThrow();
      CyclicBarrier start = new CyclicBarrier(EDITORS);
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < EDITORS; i++) {
        String editor = "e" + i;
        work.add(
            () -> {
              start.await(60, TimeUnit.SECONDS);
              for (int edit = 0; edit < EDITS; edit++) {
                hub.contacts().edit(ada).tag(editor + "-" + edit).save();
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }

      assertThat(hub.contacts().of(ada).tags()).hasSize(EDITORS * EDITS);
      assertThat(hub.contacts().history(ada)).hasSize(EDITORS * EDITS);
    } finally {
      threads.shutdownNow();
    }
  }
}
