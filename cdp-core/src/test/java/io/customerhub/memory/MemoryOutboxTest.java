package io.customerhub.memory;

import io.customerhub.contract.OutboxContract;
import io.customerhub.spi.Storage;

class MemoryOutboxTest extends OutboxContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }
}
