package io.customerhub.engine;

import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import java.util.List;
import java.util.Map;

/**
 * An event with what it says about who it is: normalised once, used by every step that follows.
 *
 * @param refused what was no identifier, and why; by its path
 */
record Prepared(
    Event event,
    List<Identifier> keys,
    Map<String, String> fields,
    Map<String, ReasonCode> refused) {}
