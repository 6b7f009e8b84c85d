package io.customerhub.memory;

import io.customerhub.contract.ErasureRaceContract;
import io.customerhub.contract.Graph;
import io.customerhub.spi.Storage;

class MemoryErasureRaceTest extends ErasureRaceContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }

  @Override
  protected String dump(Storage storage) throws Exception {
    return Graph.texts(storage);
  }
}
