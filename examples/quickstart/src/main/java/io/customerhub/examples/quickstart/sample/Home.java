package io.customerhub.examples.quickstart.sample;

import java.util.Optional;

/**
 * Where one household lives and what it shares.
 *
 * @param landline shared by everybody, or empty
 * @param tablet anonymous id of a device on which several people log in, or empty
 */
record Home(
    Country country,
    String street,
    String postcode,
    String city,
    Optional<Phone> landline,
    Optional<String> tablet) {}
