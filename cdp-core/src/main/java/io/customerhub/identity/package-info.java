/**
 * Who is who, as pure decisions. Floor 1: no store, no clock, no threads.
 *
 * <p>Read {@link io.customerhub.identity.MatchRules} and {@link io.customerhub.identity.Link}
 * first. An identifier passes the {@link io.customerhub.identity.IdentifierNormalizer} before
 * anything is looked up by it; what records are compared by passes {@link
 * io.customerhub.identity.MatchFields}.
 *
 * <p>The {@link io.customerhub.identity.IdentityResolver} compares two {@link
 * io.customerhub.identity.MatchRecord prepared records} by a Fellegi-Sunter sum of weights in bits
 * and gives a {@link io.customerhub.identity.Match}. It sees two records and nothing else, so the
 * answer can depend neither on the order of arrival nor on who asked first. A sum alone is not
 * trusted: families agree in almost everything, so {@link io.customerhub.identity.Vetoes} forbid
 * some pairs whatever they weigh, and a {@link io.customerhub.identity.Guard} forbids groups whose
 * records disagree on average. A batch, one floor above, uses the same two. The default weights
 * stand in one table, {@code Level}.
 *
 * <p>Sharing a rare value says more than sharing a common one. Of names this counts for each part,
 * whatever the other part does, and no more than namesakes say it does: a rare given name and a
 * rare surname are often rare for one reason.
 *
 * <p>A name is a person's or an organisation's. An organisation's is compared by its words: one
 * that many have says little, and words that each side has and the other lacks set two companies of
 * a group apart. Text in another script is spelled in Latin letters first, one package below.
 *
 * <p>One shared value must not make one person of many, so a key that would bring more together
 * than the rules' limits allow joins nobody; so does one that too many records hold. What counts is
 * what there is, never how fast it came: a budget of merges an hour would depend on who came first,
 * and replaying the same events would end elsewhere. A key joins all its holders or none, the
 * strongest keys first, in an order that follows from the keys; whether one is set aside depends on
 * its holders' other keys, on those of whom these join, and so on, which is why whoever computes a
 * part of the partition takes along all who share a key with it.
 *
 * <p>What agreement weighs is a value, the {@link io.customerhub.identity.MatchModel}: the
 * defaults, or learned from data one floor above, saved as JSON, compared with another one. {@link
 * io.customerhub.identity.IdentityResolver#withModel} weighs by it and {@link
 * io.customerhub.identity.Waterfall} shows how: the bars of an explanation are what was added up.
 *
 * <p>Exact keys and similarity both end as evidence between members; the partition of members into
 * people is computed from evidence and decisions alone, which is why every merge can be previewed,
 * explained and undone.
 */
@NullMarked
package io.customerhub.identity;

import org.jspecify.annotations.NullMarked;
