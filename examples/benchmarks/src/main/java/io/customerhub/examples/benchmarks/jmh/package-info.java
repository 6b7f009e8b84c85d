/**
 * Microbenchmarks, run by JMH: the comparator against others' ({@code JaroWinklerBenchmark}) and
 * the parts of the way from a row to a person ({@code PipelineBenchmark}). Each method is called by
 * an ordinary test too, which checks that all of one question give one answer.
 */
@NullMarked
package io.customerhub.examples.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
