package io.customerhub.memory;

import io.customerhub.contract.StorageContract;
import io.customerhub.spi.Storage;

class MemoryStorageContractTest extends StorageContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }
}
