package io.customerhub.spi;

import io.customerhub.event.ReasonCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the input that was not taken. */
public interface SetAsideStore {

  /**
   * Waits while another transaction removes entries, and keeps others from that until this one
   * ends. To be called before it is decided what of an entry may be kept; a store with a single
   * writer has nothing to do.
   */
  void lockToAdd();

  /**
   * Waits for all transactions that add entries, and keeps others from that until this one ends. To
   * be called before it is looked which entries are to be removed; a store with a single writer has
   * nothing to do.
   */
  void lockToRemove();

  /** Adds an entry and returns true, or returns false if its key is there already. */
  boolean add(SetAside entry);

  /**
   * Returns entries in ascending order of key.
   *
   * @param after the last key of the page before; null for the first page
   * @param limit the most to return, at least 1
   */
  List<SetAside> list(@Nullable String after, int limit);

  /** Returns how many entries there are of each code; codes without entries are left out. */
  Map<ReasonCode, Long> counts();
}
