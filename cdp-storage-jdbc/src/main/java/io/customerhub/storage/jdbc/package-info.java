/**
 * The stores in a relational database, behind one tenant's {@link
 * io.customerhub.storage.jdbc.JdbcStorage}. Floor 5.
 *
 * <p>Read {@link io.customerhub.storage.jdbc.JdbcStorage} and {@code ProfileTables} first. There is
 * one class per table, or per few tables that are always written together, each with its SQL as
 * constants on top; {@code Sql} is the only class that executes a statement. What differs between
 * databases is in {@link io.customerhub.storage.jdbc.SqlDialect} and in the scripts.
 *
 * <p>Concurrency rests on row locks and unique keys, never on an isolation level: roots are locked
 * in ascending order; of two transactions that add an identifier nobody held, the unique key of
 * {@code cdp_identifier} lets one win; what loses is rolled back and run again.
 *
 * <p>What names a member without having locked its profile keeps the member's row by a shared lock,
 * which {@code DELETE} waits for and the row locks of roots on PostgreSQL do not. Not by a foreign
 * key: those of H2 (2.4.240) look at what is committed and let a row pass whose parent another
 * transaction is deleting. H2 has only exclusive row locks; they are taken last in a transaction.
 *
 * <p>{@link io.customerhub.storage.jdbc.HostTransaction} is the way into a transaction of the host;
 * {@code Joined} runs the hub's work there, under a savepoint, and {@code Borrowed} elsewhere.
 *
 * <p>After any failure PostgreSQL's transaction is over, H2's is not. So whatever failed is
 * remembered, and such a transaction does not commit on either.
 *
 * <p>A connection that breaks before the commit costs another attempt; one that breaks at the
 * commit is told to the caller, who may do the call again, as only the caller knows whether that is
 * right.
 *
 * <p>Look-ups by many keys join against {@code VALUES}: H2 does not use an index for {@code IN}
 * behind a leading tenant. For the same reason every {@code ORDER BY} repeats the key's leading
 * columns; only then are rows read in order from the index and a limit stops the reading.
 */
@NullMarked
package io.customerhub.storage.jdbc;

import org.jspecify.annotations.NullMarked;
