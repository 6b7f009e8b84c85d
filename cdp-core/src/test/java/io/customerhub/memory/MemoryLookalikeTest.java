package io.customerhub.memory;

import io.customerhub.contract.LookalikeContract;
import io.customerhub.spi.Storage;

class MemoryLookalikeTest extends LookalikeContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }
}
