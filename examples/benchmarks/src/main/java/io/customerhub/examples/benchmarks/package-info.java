/**
 * Measures the library: how well it finds people and how fast, beside others, on labelled data.
 *
 * <p>Read {@link io.customerhub.examples.benchmarks.Benchmarks} first, which starts one of the
 * programs by its name. Each prints a table and one JSON line per row.
 */
@NullMarked
package io.customerhub.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
