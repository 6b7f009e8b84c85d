package io.customerhub.contract;

import io.customerhub.spi.Storage;
import org.junit.jupiter.api.Nested;

/**
 * All that a {@link Storage} has to do. Extend it, return a new and empty storage from {@link
 * #open()}, and every test has to pass; none is skipped.
 */
public abstract class StorageContract {

  /** For the contract's own subclasses. */
  protected StorageContract() {}

  /** Opens a storage that holds nothing; the contract closes it. Called once for each test. */
  protected abstract Storage open();

  @Nested
  class Transactions extends TransactionContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Concurrency extends ConcurrencyContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Removals extends RemovalContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Profiles extends ProfileStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Catalog extends ProfileCatalogContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Candidates extends CandidateStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Redos extends RedoStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Identities extends IdentityStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Events extends EventStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Retentions extends RetentionStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Segments extends SegmentStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Memberships extends MembershipStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Records extends RecordStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class MembershipHistories extends MembershipHistoryStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class SetAsides extends SetAsideStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Erasures extends ErasureStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Suppressions extends SuppressionStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Audit extends AuditStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Outboxes extends OutboxStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class DeadLetters extends DeadLetterStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }

  @Nested
  class Destinations extends DestinationStoreContract {
    @Override
    Storage open() {
      return StorageContract.this.open();
    }
  }
}
