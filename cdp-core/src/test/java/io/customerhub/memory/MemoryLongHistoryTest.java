package io.customerhub.memory;

import io.customerhub.contract.LongHistoryContract;
import io.customerhub.spi.Storage;

class MemoryLongHistoryTest extends LongHistoryContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }
}
