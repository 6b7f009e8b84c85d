/**
 * Who is who among many records at once, as one pure decision. The floor directly above {@code
 * identity}, whose comparisons and keys it uses: no store, no clock, no randomness but from a fixed
 * seed.
 *
 * <p>Read {@link io.customerhub.identity.batch.BatchResolver} and {@link
 * io.customerhub.identity.batch.BatchResult} first. A batch knows what two records alone cannot
 * tell: how many people have a name, how often typing errors happen in this data, how many
 * duplicates there are. So it weighs by what it has counted, pulled to the defaults of {@link
 * io.customerhub.identity.Level} where there is little to count.
 *
 * <p>What is odd about the records is counted on the way and told as {@link
 * io.customerhub.identity.batch.Finding}s: a batch that joins too few, or too many, mostly was
 * given something else than it was told.
 *
 * <p>Order of work: {@code Corpus} (canonical order, so that the input's order cannot matter),
 * {@code Blocks} (inverted index), {@code PairScan} (each candidate pair compared once), {@code
 * Patterns} (what was counted on the way), {@code Estimation} (weights), {@code MatchThreshold}
 * (what is a match), {@code Clustering} (guarded), explanation on demand.
 */
@NullMarked
package io.customerhub.identity.batch;

import org.jspecify.annotations.NullMarked;
