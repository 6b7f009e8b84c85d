/**
 * Finds the same people with this library and with Duke 1.2, each in a JVM of its own.
 *
 * <p>Read {@link io.customerhub.examples.benchmarks.resolvers.Resolvers} first, which starts one
 * {@link io.customerhub.examples.benchmarks.resolvers.OneRun} per resolver and set. A {@code
 * Contender} makes what it needs of the rows and answers with clusters; only that is timed. Duke
 * answers with scored links, of which {@code BestThreshold} keeps those that agree best with the
 * truth: a choice that nobody without labels has, and that is in Duke's favour.
 */
@NullMarked
package io.customerhub.examples.benchmarks.resolvers;

import org.jspecify.annotations.NullMarked;
