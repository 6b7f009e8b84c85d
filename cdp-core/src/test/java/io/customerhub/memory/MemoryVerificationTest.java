package io.customerhub.memory;

import io.customerhub.contract.VerificationContract;
import io.customerhub.spi.Storage;

class MemoryVerificationTest extends VerificationContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }

  @Override
  protected int sequences() {
    return 100;
  }
}
