/**
 * The facts: what a source said, when, and about whom. Floor 0, values only: no I/O, no clock.
 *
 * <p>Read {@link io.customerhub.event.Event} and {@link io.customerhub.event.Identifier} first. An
 * event is validated when it is built and never changes afterwards; its property and trait values
 * are canonical trees (see {@link io.customerhub.event.Values}), so that two stores that keep an
 * event agree on every comparison made with it.
 *
 * <p>The exception root {@link io.customerhub.event.CustomerHubException} and the {@link
 * io.customerhub.event.ReasonCode reason codes} live here because every higher floor speaks of
 * them.
 */
@NullMarked
package io.customerhub.event;

import org.jspecify.annotations.NullMarked;
