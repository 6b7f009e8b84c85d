package io.customerhub.memory;

import io.customerhub.contract.SimilarityLawsContract;
import io.customerhub.contract.Spoiled;
import io.customerhub.spi.Storage;
import org.junit.jupiter.api.Nested;

class MemorySimilarityLawsTest {

  @Nested
  class OneAtATime extends SimilarityLawsContract {

    @Override
    protected Storage open() {
      return MemoryStorage.create();
    }

    @Override
    protected int sequences() {
      return 6;
    }
  }

  /** The way of stores with several writers, where it is easiest to look at. */
  @Nested
  class AsIfThereWereSeveral extends SimilarityLawsContract {

    @Override
    protected Storage open() {
      return new Spoiled(MemoryStorage.create(), false);
    }

    @Override
    protected int sequences() {
      return 4;
    }
  }
}
