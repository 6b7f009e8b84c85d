package io.customerhub.examples.benchmarks.people;

import java.time.LocalDate;

/**
 * Somebody as they are; what sources say of them differs. Empty texts are what somebody has not.
 *
 * @param surname as it is today
 * @param maidenName the surname before a marriage
 * @param suffix Jr or Sr
 * @param homeBefore where they lived before; the same if they never moved
 * @param mailBefore the address they had before; the same if they always had it
 */
record Person(
    String id,
    Culture culture,
    boolean woman,
    String given,
    String middle,
    String surname,
    String maidenName,
    String suffix,
    LocalDate born,
    Home home,
    Home homeBefore,
    String mobile,
    String landline,
    String mail,
    String mailBefore,
    String card) {}
