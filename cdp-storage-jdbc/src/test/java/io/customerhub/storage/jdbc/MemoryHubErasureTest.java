package io.customerhub.storage.jdbc;

import io.customerhub.memory.MemoryStorage;
import io.customerhub.spi.Storage;

class MemoryHubErasureTest extends HubErasureContract {

  @Override
  Storage open(String tenant) {
    return MemoryStorage.create();
  }

  @Override
  String dump(Storage storage) throws Exception {
    return ofMemory(storage);
  }
}
