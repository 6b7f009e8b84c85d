/**
 * What people allowed, read from events. Floor 2, pure: values in, values out.
 *
 * <p>Read {@link io.customerhub.consent.Consent} first. A consent is not a state of its own but an
 * event like any other ({@link io.customerhub.event.Event#consent}), kept under the member it was
 * born under and folded when it is read. So it can be late, repeated or out of order like any
 * event; a merge unites what two profiles allowed and an unmerge takes it apart again, without a
 * row being written; the log shows who allowed what, and when; and erasing a person's events erases
 * it too.
 *
 * <p>Two forms are understood: properties as {@link io.customerhub.event.ConsentBuilder} writes
 * them, and {@code context.consent.categoryPreferences} of the Segment specification, in which each
 * category is a purpose. Only events named {@value io.customerhub.event.ConsentBuilder#EVENT_NAME}
 * count: others carry the preferences along as they were when they were sent, which decides
 * nothing.
 */
@NullMarked
package io.customerhub.consent;

import org.jspecify.annotations.NullMarked;
