/**
 * What a store has to offer. Floor 2: interfaces and the values they hand over.
 *
 * <p>Read {@link io.customerhub.spi.Storage}, {@link io.customerhub.spi.Transaction} and {@link
 * io.customerhub.spi.ProfileStore} first. Each store is small, one per kind of thing kept; one
 * transaction spans them all. A store decides nothing: it keeps, finds, and refuses stale writes.
 * To bring your own, implement these and extend the contract tests shipped in this module's test
 * jar.
 *
 * <p>CRM records go through one general {@link io.customerhub.spi.RecordStore} rather than a store
 * per entity: the engine can then find and erase a person's records without naming a deal, a third
 * party's store need not change when an entity is added, and there is no method by which a record
 * could be given to another person.
 *
 * <p>{@link io.customerhub.spi.Destination} is the way out: a system that a host lets the hub tell
 * what happens. What waits for it is kept by {@link io.customerhub.spi.OutboxStore}.
 *
 * <p>Facts are deleted only by {@link io.customerhub.spi.ErasureStore}: one method for all tables,
 * so that a new table cannot be forgotten in a list that the engine keeps. {@link
 * io.customerhub.spi.RetentionStore} takes old events out of the log and keeps what they said in
 * sum.
 */
@NullMarked
package io.customerhub.spi;

import org.jspecify.annotations.NullMarked;
