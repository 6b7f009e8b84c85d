/**
 * What sets the members of a segment apart from everybody else, as bits of evidence, and how much
 * of it is found on others. Pure: no store, no clock; sibling of {@code segment} and {@code value}.
 *
 * <p>Read {@link io.customerhub.lookalike.Feature} first, then {@link
 * io.customerhub.lookalike.FeatureCounts}, which counts who has what, and {@link
 * io.customerhub.lookalike.LookalikeModel}, which weighs it. The engine reads people; which of
 * their traits are personal it decides, as the fields of matching are not known here.
 */
@NullMarked
package io.customerhub.lookalike;

import org.jspecify.annotations.NullMarked;
