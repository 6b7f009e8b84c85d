/**
 * How many events a second are taken in: {@link io.customerhub.examples.benchmarks.ingest.Ingest}
 * hands the same events to a hub and to a hand-written JDBC batch, the raw limit, on the same
 * database and in the same run.
 */
@NullMarked
package io.customerhub.examples.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
