/**
 * The way of an event: append, resolve, fold, segment, publish - in one transaction. Floor 3.
 *
 * <p>Read {@link io.customerhub.engine.CustomerEngine} first; it wires the rest and holds nothing
 * itself. The pure decisions live a floor below and are asked here with what the stores hold:
 *
 * <ul>
 *   <li>{@code Ingest} takes one event through all steps;
 *   <li>{@code IdentityGraph} finds or bears the member of a record and lets the partition decide
 *       who belongs together; it is the only writer of roots;
 *   <li>{@code SegmentRuns} re-evaluates only the segments that a change can touch, and by {@code
 *       tick()} only what time alone may have flipped.
 * </ul>
 *
 * <p>{@code ComputedTraits} keeps definitions and no values: what is computed when it is looked at
 * needs no row that a late event, a merge, an erasure or the clock would have to find. Segments
 * that name such a trait are due when its window moves, by the queue they are due by anyway; so the
 * trait needs no queue of its own either.
 *
 * <p>{@code Erasing} is the only place where facts are deleted for good. It looks a second time
 * under the locks, and {@code Ingest} looks again at the suppressions after a birth, so that an
 * event is either there to be erased or refused. Deleting a person ends in the state in which she
 * or he had never been: profiles that held an identifier in common are partitioned anew.
 *
 * <p>Whatever is written of a person is written under the lock of the profile, or mentioned to the
 * {@code Unit}: at its end those who are mentioned are kept from removal until the commit, or the
 * unit is run again because one is gone. An erasure removes the members first and looks for the
 * rest behind that, so it finds what such a unit wrote. Mentioning instead of locking is for edges
 * to those whom a newborn may be or lives with: nothing of their profiles changes, and there may be
 * many who resemble one of them at the same time. It is one statement in a unit with such edges.
 * What cannot be told whom it is about, input that is set aside, has a lock of its own.
 *
 * <p>{@code Reasons} and {@code Steps} explain; they only read. {@code ModelEstimation} learns a
 * match model from the members, {@code Revaluation} compares them anew by another model and tells
 * which links would come and go: {@code Previews} counts what follows from that, {@code
 * ModelAdoption} does it, one group of profiles in each transaction. The model of a running engine
 * never changes, so that one engine never decides by two.
 *
 * <p>{@code SegmentRuns} evaluates and stores; what only looks ({@code Segments.why}, {@code
 * SegmentPreviews}) goes by a {@code Trial} of one person. {@code SegmentUpkeep} does what no event
 * causes; {@code SegmentCounts} and {@code MemberWriter} read memberships, a page at a time. {@code
 * Lookalikes} looks at everybody twice, as what sets members apart is known only behind the first
 * look.
 *
 * <p>Values of computed traits are not kept. {@code TraitWatch} tells nonetheless when one that is
 * watched changes: it notes them when a profile is caught up, before a change, and compares behind
 * it. {@code Definitions} is what is defined about everybody, read at most once in a unit.
 *
 * <p>A {@code Unit} is one run of a transaction: it carries the instant, what was looked up once,
 * and the news that listeners get after the commit. Storages may run a unit again after a conflict,
 * so nothing outside of it is touched before.
 *
 * <p>A batch's unit works on a {@code BufferedTransaction}: what the batch is about is read
 * together beforehand, and members, events, memberships and look-up keys are written together at
 * its end, so that the number of trips to the store does not grow with the number of events. The
 * profiles are locked beforehand; what was read without a lock is checked when it is locked. It
 * keeps the contract of the store below, and the contract's tests run over it.
 *
 * <p>{@code Verification} looks whether what is kept is what the pure parts make of it, beside
 * writers: what a page finds wrong it looks at once more with everything locked that it depends on,
 * so that a concurrent merge is no violation. It does not look whether links are missing that the
 * model would draw: a preview of the own model tells that.
 *
 * <p>{@code Rebuild} goes the same way with {@code Repairs}: what differs from what follows from
 * events and decisions is written anew, in the profile it was found in and all that hang together
 * with it. There are no shadow tables to swap: writers go on meanwhile, and where nothing is wrong
 * nothing is written.
 *
 * <p>{@code Retention} takes events out of the log while their people stay. It adds them to
 * summaries of each record and event name, under the locks of the profiles they are about, so that
 * a split takes along what is its own; folds begin with the summaries. Members count what was
 * removed, so that nobody looks for summaries who has none.
 *
 * <p>{@code CachedProfiles} remembers answers. {@code WatchedStorage} notes what each transaction
 * locks or writes, by hash, and numbers the commits ({@code Freshness}): an answer counts as long
 * as nothing that it is about has a later number. There is no entry to find and to drop, so none
 * can be forgotten.
 *
 * <p>{@code SharedKeys} knows which identifiers join nobody. Where rules limit what may come
 * together, the partition of a profile depends on all who share a key with it, so they are found
 * first and then locked in one order.
 *
 * <p>Who is compared with whom is a function of all records and not of their order: {@code
 * Neighbours} narrows look-up keys that too many hold, and {@code SecondLooks} compares again what
 * concurrent transactions could not see of each other, or what a key that became too common calls
 * for. A request for that is written in the transaction that makes it necessary; most are worked
 * off right after its commit, the rest by {@code tick()}.
 */
@NullMarked
package io.customerhub.engine;

import org.jspecify.annotations.NullMarked;
