package io.customerhub.examples.benchmarks.people;

/** Where somebody lives. */
record Home(String street, String postcode, String city) {}
