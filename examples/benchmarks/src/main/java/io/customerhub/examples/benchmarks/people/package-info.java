/**
 * Made-up people whose truth is known, as many as wanted, from a seed.
 *
 * <p>Read {@link io.customerhub.examples.benchmarks.people.Population} first. {@code Culture} reads
 * the lists of names and places under {@code /people}, most frequent first, and draws from them as
 * a population does, so that namesakes exist; {@code Household} makes people who live together;
 * {@code Scribe} writes what a {@code Source} knows of a person, with {@code Typist}'s errors.
 * Nothing is kept but a window of rows and the addresses given up lately, so any number of rows
 * takes the same memory.
 */
@NullMarked
package io.customerhub.examples.benchmarks.people;

import org.jspecify.annotations.NullMarked;
