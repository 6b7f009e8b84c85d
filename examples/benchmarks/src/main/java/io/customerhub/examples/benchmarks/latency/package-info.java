/**
 * How long one call takes: {@link io.customerhub.examples.benchmarks.latency.Latency} hands records
 * to a hub in memory that knows many people, one by one.
 */
@NullMarked
package io.customerhub.examples.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
