/**
 * The default store: everything in memory, for tests, trials and small tenants. Floor 3.
 *
 * <p>Read {@link io.customerhub.memory.MemoryStorage} first. It is a real store under the same
 * contract as the others, not a stub: transactions are all-or-nothing, every look-up of the SPI has
 * its index, and stale writes fail. One transaction runs at a time, so there is nothing to lock.
 *
 * <p>There is one small class per store. None of them knows of rollback: they write through {@code
 * Table}, {@code Index} and {@code EventIndex}, which note how to undo each write, so that what a
 * rollback costs follows what the transaction changed and not what the store holds.
 */
@NullMarked
package io.customerhub.memory;

import org.jspecify.annotations.NullMarked;
