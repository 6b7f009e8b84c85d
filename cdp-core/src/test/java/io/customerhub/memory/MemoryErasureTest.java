package io.customerhub.memory;

import io.customerhub.contract.ErasureContract;
import io.customerhub.contract.Graph;
import io.customerhub.spi.Storage;

class MemoryErasureTest extends ErasureContract {

  @Override
  protected Storage open() {
    return MemoryStorage.create();
  }

  @Override
  protected String dump(Storage storage) throws Exception {
    return Graph.texts(storage);
  }

  @Override
  protected int sequences() {
    return 100;
  }
}
