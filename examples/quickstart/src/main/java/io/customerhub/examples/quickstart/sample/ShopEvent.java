package io.customerhub.examples.quickstart.sample;

import java.time.Instant;
import java.util.Map;

/**
 * One message of the web shop, as in the Segment specification.
 *
 * @param arrival when the shop's log received it, which orders the file
 * @param who the identifiers: anonymousId, userId, previousId
 * @param body event, name, properties, traits, groupId
 * @param context page, library and the truth
 */
record ShopEvent(
    String type,
    String messageId,
    Instant time,
    Instant arrival,
    Map<String, Object> who,
    Map<String, Object> body,
    Map<String, Object> context) {

  /** Returns the message as one line of JSON. */
  String json() {
    Map<String, Object> json = Json.object("type", type);
    json.putAll(Json.object("messageId", messageId, "timestamp", time.toString()));
    json.putAll(who);
    json.putAll(body);
    json.put("context", context);
    return Json.write(json);
  }

  ShopEvent withBody(Map<String, Object> other) {
    return new ShopEvent(type, messageId, time, arrival, who, other, context);
  }
}
