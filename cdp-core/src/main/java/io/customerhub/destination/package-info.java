/**
 * Telling systems outside what happens to people. Floor 3, below the engine, which writes the news.
 *
 * <p>Read {@link io.customerhub.destination.Subscription} and {@link
 * io.customerhub.destination.Destinations} first. News takes this way:
 *
 * <ul>
 *   <li>{@code Outbox} writes one entry for each subscription that wants the news, in the
 *       transaction that made it: if that rolls back, nothing is told, and without a subscription
 *       nothing is written;
 *   <li>{@code Dispatcher} takes entries on lease, asks {@code Gate} in a transaction right before
 *       each delivery whether the person allows it, delivers outside of any transaction, and
 *       settles with the next one. Whoever dies in between leaves a lease that ends;
 *   <li>what fails is tried again later, or becomes a dead letter with its reason.
 * </ul>
 *
 * <p>An entry holds ids and names. The values that a subscription asks for are read when it is
 * delivered: so nothing of a person waits in a queue, and an erasure has little to find there.
 *
 * <p>The order is kept for each person and not over all, so one person whose news fails holds up
 * nobody else. Whose news it is, is asked when it is taken: a merge or an unmerge rewrites nothing.
 * Several hosts may deliver from one outbox; the stores' row locks share the work among them.
 *
 * <p>{@code WebhookDestination} and {@code FileDestination} come with the library; any other one is
 * a {@link io.customerhub.spi.Destination} of the host.
 */
@NullMarked
package io.customerhub.destination;

import org.jspecify.annotations.NullMarked;
