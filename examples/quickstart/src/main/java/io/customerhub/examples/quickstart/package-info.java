/**
 * The quick start: a program that reads customer data and prints what a hub makes of it.
 *
 * <p>Read {@link io.customerhub.examples.quickstart.Quickstart} and {@code Run} first: {@code
 * Options} says what was asked for, {@code Plan} how each file is read, {@code Loading} and {@code
 * DealsImport} hand it to the hub, {@code Census} and {@code Quality} look at the outcome, {@code
 * Report} and {@code PersonView} print it. What all of it does, a host does with a few calls of
 * {@link io.customerhub.CustomerHub}; the rest here is about files, terminals and errors.
 */
@NullMarked
package io.customerhub.examples.quickstart;

import org.jspecify.annotations.NullMarked;
