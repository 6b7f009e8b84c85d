/**
 * Named conditions over what is known of a person, as pure decisions. Floor 1: no store, no clock.
 *
 * <p>Read {@link io.customerhub.segment.Condition} and {@link io.customerhub.segment.Evaluator}
 * first. The tree is data: {@link io.customerhub.segment.Conditions} makes it in Java, and
 * printing, parsing and judging it are other classes' work. What a person's values are compared
 * with, and how, is written down in one class; so is where a window starts.
 *
 * <p>{@link io.customerhub.segment.CompiledCondition} says the same as the evaluator, of many
 * people and without reasons: what is common is prepared, the rest is left to the evaluator. Of
 * long histories {@link io.customerhub.segment.EventDays} tells counts and sums the days between
 * the edges of a window.
 *
 * <p>All operators, each in its three surfaces: <a href="doc-files/operators.md">operators.md</a>.
 *
 * <p>Nodes that only look at a number of facts keep it as facts come and go; all others say whether
 * they hold at an instant and before which later one that stays so, and a search over those
 * instants finds when they flip. So what is hard to say about an operator is said once, by what it
 * means at an instant.
 */
@NullMarked
package io.customerhub.segment;

import org.jspecify.annotations.NullMarked;
