package io.customerhub.engine;

import io.customerhub.contract.LawsContract;
import io.customerhub.contract.SimilarityLawsContract;
import io.customerhub.contract.Spoiled;
import io.customerhub.contract.StorageContract;
import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.Storage;
import org.junit.jupiter.api.Nested;

/** What a batch reads ahead and writes late keeps the contract and the laws of the store below. */
class BufferedStorageTest extends StorageContract {

  @Override
  protected Storage open() {
    return new BufferedStorage(MemoryStorage.create());
  }

  @Nested
  class Laws extends LawsContract {

    @Override
    protected Storage open() {
      return new BufferedStorage(MemoryStorage.create());
    }

    @Override
    protected int sequences() {
      return 10;
    }
  }

  @Nested
  class SimilarityLaws extends SimilarityLawsContract {

    @Override
    protected Storage open() {
      return new BufferedStorage(new Spoiled(MemoryStorage.create(), false));
    }

    @Override
    protected int sequences() {
      return 2;
    }
  }
}
