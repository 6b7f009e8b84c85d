/**
 * What it costs to write about the same people at the same time: {@link
 * io.customerhub.examples.benchmarks.concurrency.Concurrency} starts processes of many threads,
 * counts how often a transaction had to be run again, and checks what they left behind against a
 * union-find and a fold that know nothing of the library.
 */
@NullMarked
package io.customerhub.examples.benchmarks.concurrency;

import org.jspecify.annotations.NullMarked;
