/**
 * Finds the people in CSV files: a program for people who just have a table.
 *
 * <p>Read {@link io.customerhub.examples.resolve.Resolve} first: {@code Options} says what was
 * asked for, {@code Table} reads, {@code Columns} guesses what the columns mean from their names
 * and contents, {@code Rows} makes records of the lines; {@code Truth} measures, {@code
 * ClustersFile} and {@code ExplainPage} write.
 */
@NullMarked
package io.customerhub.examples.resolve;

import org.jspecify.annotations.NullMarked;
