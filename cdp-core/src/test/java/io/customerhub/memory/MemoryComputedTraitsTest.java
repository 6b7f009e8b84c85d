package io.customerhub.memory;

import io.customerhub.contract.ComputedTraitsContract;
import io.customerhub.spi.Storage;

class MemoryComputedTraitsTest extends ComputedTraitsContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }
}
