package io.customerhub.memory;

import io.customerhub.contract.LawsContract;
import io.customerhub.spi.Storage;

class MemoryLawsTest extends LawsContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }

  @Override
  protected int sequences() {
    return 100;
  }
}
