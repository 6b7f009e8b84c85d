/**
 * The way in: raw JSON and CSV become events, or a rejection that says why. Floor 1: pure apart
 * from reading the streams it is handed; no store, no clock, no threads.
 *
 * <p>Read {@link io.customerhub.intake.EventJson} and {@link io.customerhub.intake.CsvIntake}
 * first; both answer with {@link io.customerhub.intake.Parsed}, one per message or row, so that
 * nothing is ever dropped silently. What is refused here is what no event can be made of: bad
 * syntax, wrong types, sizes beyond {@link io.customerhub.event.Limits}. Whether an identifier is a
 * placeholder or an e-mail address is well-formed is for the identity rules, which need the
 * tenant's settings.
 *
 * <p>What is believed of a sender's clock is in {@code MessageTime}: the time of an event decides
 * which value is the newest, so a clock that is ahead would win for ever.
 *
 * <p>Text is decoded and lines are split here and not in the parsers, because a parser that meets a
 * bad byte gives up on the whole input, and one bad line must not cost the others.
 */
@NullMarked
package io.customerhub.intake;

import org.jspecify.annotations.NullMarked;
