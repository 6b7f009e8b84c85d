package io.customerhub.crm.deal;

import java.util.Optional;

/** Where a command leads a deal. */
record Target(Stage stage, Optional<Outcome> outcome, String change) {}
