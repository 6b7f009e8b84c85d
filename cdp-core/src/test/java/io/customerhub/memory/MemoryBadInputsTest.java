package io.customerhub.memory;

import io.customerhub.contract.BadInputsContract;
import io.customerhub.spi.Storage;

class MemoryBadInputsTest extends BadInputsContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }
}
