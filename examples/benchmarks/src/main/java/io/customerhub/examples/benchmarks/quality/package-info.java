/**
 * How well people are found: {@link io.customerhub.examples.benchmarks.quality.Quality} compares
 * clusters with the truth, {@link io.customerhub.examples.benchmarks.quality.LabelledSet} names the
 * public data sets and how each tells its truth, {@link
 * io.customerhub.examples.benchmarks.quality.Sets} measures them all.
 */
@NullMarked
package io.customerhub.examples.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
