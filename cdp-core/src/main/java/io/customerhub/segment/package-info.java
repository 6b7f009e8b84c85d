/**
 * Named conditions over what is known of a person, as pure decisions. Floor 1: no store, no clock.
 *
 * <p>Read {@link io.customerhub.segment.Condition} and {@link io.customerhub.segment.Evaluator}
 * first. The tree is data: {@link io.customerhub.segment.Conditions} makes it in Java, and
 * printing, parsing and judging it are other classes' work. What a person's values are compared
 * with, and how, is written down in one class; so is where a window starts.
 */
@NullMarked
package io.customerhub.segment;

import org.jspecify.annotations.NullMarked;
