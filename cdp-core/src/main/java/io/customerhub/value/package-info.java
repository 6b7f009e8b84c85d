/**
 * What customers are likely to buy, and what that is worth, from how often and how recently they
 * bought: the BG/NBD model and the gamma-gamma model. Pure: no store, no clock; sibling of {@code
 * segment} and {@code identity}.
 *
 * <p>Read {@link io.customerhub.value.PurchaseSummary} first, then {@link
 * io.customerhub.value.BetaGeometric} (how many purchases) and {@link
 * io.customerhub.value.GammaGamma} (how large). Both are fitted by maximum likelihood, without
 * randomness: equal data gives equal parameters. The few special functions they need are here, as
 * they are shorter than a dependency would be large.
 */
@NullMarked
package io.customerhub.value;

import org.jspecify.annotations.NullMarked;
