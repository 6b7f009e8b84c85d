package io.customerhub.engine;

import io.customerhub.spi.ErasureStore;
import io.customerhub.spi.ProfileStore;
import io.customerhub.spi.RecordStore;
import io.customerhub.spi.Transaction;
import java.util.BitSet;

/** A transaction that notes whose profiles it changes. Of one thread. */
final class WatchedTransaction extends ForwardingTransaction {

  private final Freshness freshness;
  private final BitSet noted = new BitSet();
  private boolean all;

  WatchedTransaction(Transaction tx, Freshness freshness) {
    super(tx);
    this.freshness = freshness;
  }

  /** Tells what was changed, if anything; again does no harm. */
  void tell() {
    if (all) {
      freshness.allChanged();
    } else if (!noted.isEmpty()) {
      freshness.changed(noted);
    }
  }

  @Override
  public ProfileStore profiles() {
    return new WatchedProfiles(super.profiles(), noted);
  }

  @Override
  public RecordStore records() {
    return new WatchedRecords(super.records(), noted, () -> all = true);
  }

  /** Whoever asks for it is about to remove somebody, or looks at who was: that is rare. */
  @Override
  public ErasureStore erasures() {
    all = true;
    return super.erasures();
  }
}
