package io.customerhub.memory;

import io.customerhub.contract.RetentionContract;
import io.customerhub.spi.Storage;

class MemoryRetentionTest extends RetentionContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }

  @Override
  protected int sequences() {
    return 12;
  }
}
