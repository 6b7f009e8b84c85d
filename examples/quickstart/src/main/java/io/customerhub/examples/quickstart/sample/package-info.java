/**
 * The sample data of the quick start and the program that makes it: about 2,000 invented people as
 * a web shop, a loyalty scheme, a support mailbox and a sales team would know them.
 *
 * <p>Read {@link io.customerhub.examples.quickstart.sample.SampleData} first: it names the files
 * and writes them. {@code Population} invents the people, one small class per file tells what that
 * source learned about them, and the noise (typos, nicknames, shared phones, broken lines) is added
 * last, so that the column {@code truth} always comes from the person and never from the noise.
 *
 * <p>Everything is drawn from {@code Dice}, one independent sequence per person and purpose: a
 * change in how one file is made leaves the other files as they were.
 */
@NullMarked
package io.customerhub.examples.quickstart.sample;

import org.jspecify.annotations.NullMarked;
