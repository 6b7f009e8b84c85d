package io.customerhub.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.spi.ConflictException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is peculiar to the store in memory; the rest is the contract's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryStorageTest {

  private final MemoryStorage storage = MemoryStorage.create();

  @Test
  void a_conflict_that_stays_is_given_up_after_ten_attempts() {
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                storage.inTransaction(
                    tx -> {
                      attempts.incrementAndGet();
                      throw new ConflictException("again and again", null);
                    }))
        .isInstanceOf(ConflictException.class);
    assertThat(attempts).hasValue(10);
  }
}
