package io.customerhub.memory;

import io.customerhub.contract.RebuildContract;
import io.customerhub.spi.Storage;

class MemoryRebuildTest extends RebuildContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }

  @Override
  protected int sequences() {
    return 20;
  }
}
