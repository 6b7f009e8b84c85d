/**
 * One condition - eight tests of traits and one count of events in a window - judged by this
 * library, by hand-written Java, by CEL-java and by json-logic-java. {@link
 * io.customerhub.examples.benchmarks.conditions.Contender} lists them; the timing is JMH's.
 */
@NullMarked
package io.customerhub.examples.benchmarks.conditions;

import org.jspecify.annotations.NullMarked;
