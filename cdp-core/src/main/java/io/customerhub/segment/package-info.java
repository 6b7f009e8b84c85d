/**
 * Named conditions over what is known of a person, as pure decisions. Floor 1: no store, no clock.
 *
 * <p>Read {@link io.customerhub.segment.Facts} first.
 */
@NullMarked
package io.customerhub.segment;

import org.jspecify.annotations.NullMarked;
