/**
 * People as known now, and the members they are made of. Floor 0, values only.
 *
 * <p>Read {@link io.customerhub.profile.Member} first: every fact is born under a member and stays
 * there for ever. A {@link io.customerhub.profile.Profile} is a view folded from one or more
 * members; which members belong together is the identity graph's business, and can change back.
 *
 * <p>A member is born for each distinct <em>record</em>: a set of identifiers together with the
 * matching fields said about them. That is finer than "one id per person at the time": it makes the
 * partition of members into people a pure function of the records and of the decisions people took,
 * so neither the order of arrival matters nor is there anything to move when a merge is undone.
 */
@NullMarked
package io.customerhub.profile;

import org.jspecify.annotations.NullMarked;
