package io.customerhub.spi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.customerhub.event.Event;
import io.customerhub.event.EventType;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
import io.customerhub.profile.Claim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON in which stores keep what is not a column of its own.
 *
 * <p>Canonical: equal values give equal text. Names are sorted, numbers are exact decimals, text is
 * kept character by character. Reading what was written gives an equal value. Reading anything else
 * throws {@link StorageException}, whose message and cause hold nothing of the text. Fields of an
 * event that are not known are passed over, so that an older library reads what a newer one wrote.
 *
 * <p>Stateless and thread-safe.
 */
public final class StoredForm {

  private StoredForm() {}

  /**
   * Returns an event as JSON, such as <code>{"messageId":"m-1","name":"Order Completed",...}</code>
   * .
   */
  public static String event(Event event) {
    return Json.write(out -> writeEvent(out, event, true));
  }

  /**
   * Returns the event that was written.
   *
   * @throws StorageException if the text is not an event's
   */
  public static Event event(String json) {
    return Json.read("an event", json, StoredForm::readEvent);
  }

  /**
   * Returns the SHA-256 of an event's content in lower-case hex: all parts but the context and the
   * time. The context tells of the delivery, and where a source gives no time, that of receipt
   * takes its place: both may differ when the same event is delivered again.
   */
  public static String hash(Event event) {
    String content = Json.write(out -> writeEvent(out, event, false));
    return HexFormat.of().formatHex(sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns claims as JSON, in their order. */
  public static String claims(List<Claim> claims) {
    return Json.write(out -> writeList(out, claims, StoredForm::writeClaim));
  }

  /**
   * Returns the claims that were written.
   *
   * @throws StorageException if the text is not that of claims
   */
  public static List<Claim> claims(String json) {
    return Json.read("claims", json, in -> Json.readList(in, StoredForm::readClaim));
  }

  /** Returns evidence as JSON, in its order. */
  public static String evidence(List<Evidence> evidence) {
    return Json.write(out -> writeList(out, evidence, StoredForm::writeEvidence));
  }

  /**
   * Returns the evidence that was written.
   *
   * @throws StorageException if the text is not that of evidence
   */
  public static List<Evidence> evidence(String json) {
    return Json.read("evidence", json, in -> Json.readList(in, StoredForm::readEvidence));
  }

  /** Returns identifiers as JSON, in their order: pairs of namespace and value. */
  public static String identifiers(List<Identifier> identifiers) {
    return Json.write(out -> writeList(out, identifiers, StoredForm::writeIdentifier));
  }

  /**
   * Returns the identifiers that were written.
   *
   * @throws StorageException if the text is not that of identifiers
   */
  public static List<Identifier> identifiers(String json) {
    return Json.read("identifiers", json, in -> Json.readList(in, StoredForm::readIdentifier));
  }

  /** Returns a map of canonical values as a JSON object, its keys sorted. */
  public static String values(Map<String, Object> values) {
    return Json.write(out -> Json.writeMap(out, values));
  }

  /** Returns a map of texts as a JSON object. */
  public static String texts(Map<String, String> texts) {
    return Json.write(out -> Json.writeMap(out, texts));
  }

  /**
   * Returns the map of texts that was written, sorted by name.
   *
   * @throws StorageException if the text is not that of such a map
   */
  public static Map<String, String> texts(String json) {
    return Json.read("texts", json, StoredForm::readTexts);
  }

  private static void writeEvent(JsonGenerator out, Event event, boolean whole) throws IOException {
    out.writeStartObject();
    if (whole) {
      writeUnlessEmpty(out, "context", event.context());
    }
    out.writeFieldName("identifiers");
    writeList(out, event.identifiers(), StoredForm::writeIdentifier);
    out.writeStringField("messageId", event.messageId());
    out.writeStringField("name", event.name());
    writeUnlessEmpty(out, "properties", event.properties());
    out.writeStringField("source", event.source());
    if (whole) {
      out.writeStringField("time", event.time().toString());
    }
    writeUnlessEmpty(out, "traits", event.traits());
    out.writeStringField("type", event.type().key());
    out.writeEndObject();
  }

  private static Event readEvent(JsonParser in) throws IOException {
    Json.expect(in, JsonToken.START_OBJECT);
    Map<String, String> texts = new TreeMap<>();
    Map<String, Map<String, Object>> maps = new TreeMap<>();
    List<Identifier> identifiers = List.of();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      if (token == JsonToken.VALUE_STRING) {
        texts.put(name, in.getText());
      } else if (token == JsonToken.START_OBJECT) {
        maps.put(name, Json.readMap(in));
      } else if (name.equals("identifiers")) {
        identifiers = Json.readList(in, StoredForm::readIdentifier);
      } else {
        in.skipChildren();
      }
    }
    return event(texts, maps, identifiers);
  }

  private static Event event(
      Map<String, String> texts,
      Map<String, Map<String, Object>> maps,
      List<Identifier> identifiers) {
    return new Event(
        EventType.of(part(texts, "type")).orElseThrow(IllegalArgumentException::new),
        part(texts, "name"),
        part(texts, "source"),
        part(texts, "messageId"),
        Instant.parse(part(texts, "time")),
        identifiers,
        maps.getOrDefault("properties", Map.of()),
        maps.getOrDefault("traits", Map.of()),
        maps.getOrDefault("context", Map.of()));
  }

  static void writeClaim(JsonGenerator out, Claim claim) throws IOException {
    out.writeStartArray();
    out.writeString(claim.trait());
    out.writeString(claim.source());
    out.writeString(claim.time().toString());
    out.writeString(claim.messageId());
    Json.writeTree(out, claim.value());
    out.writeEndArray();
  }

  static Claim readClaim(JsonParser in) throws IOException {
    Json.expect(in, JsonToken.START_ARRAY);
    String trait = Json.nextText(in);
    String source = Json.nextText(in);
    Instant time = Instant.parse(Json.nextText(in));
    String messageId = Json.nextText(in);
    in.nextToken();
    Object value = Json.readTree(in);
    endArray(in);
    return new Claim(trait, value, source, time, messageId);
  }

  private static void writeEvidence(JsonGenerator out, Evidence evidence) throws IOException {
    out.writeStartArray();
    out.writeString(evidence.comparison());
    out.writeString(evidence.level());
    out.writeNumber(evidence.bits());
    out.writeEndArray();
  }

  private static Evidence readEvidence(JsonParser in) throws IOException {
    Json.expect(in, JsonToken.START_ARRAY);
    String comparison = Json.nextText(in);
    String level = Json.nextText(in);
    in.nextToken();
    double bits = in.getDoubleValue();
    endArray(in);
    return new Evidence(comparison, level, bits);
  }

  private static void writeIdentifier(JsonGenerator out, Identifier identifier) throws IOException {
    out.writeStartArray();
    out.writeString(identifier.namespace());
    out.writeString(identifier.value());
    out.writeEndArray();
  }

  private static Identifier readIdentifier(JsonParser in) throws IOException {
    Json.expect(in, JsonToken.START_ARRAY);
    String namespace = Json.nextText(in);
    String value = Json.nextText(in);
    endArray(in);
    return new Identifier(namespace, value);
  }

  private static Map<String, String> readTexts(JsonParser in) throws IOException {
    Json.expect(in, JsonToken.START_OBJECT);
    Map<String, String> texts = new TreeMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      texts.put(in.currentName(), Json.nextText(in));
    }
    return texts;
  }

  private interface ItemWriter<T> {
    void write(JsonGenerator out, T item) throws IOException;
  }

  private static <T> void writeList(JsonGenerator out, List<T> items, ItemWriter<T> writer)
      throws IOException {
    out.writeStartArray();
    for (T item : items) {
      writer.write(out, item);
    }
    out.writeEndArray();
  }

  private static void writeUnlessEmpty(JsonGenerator out, String name, Map<String, Object> map)
      throws IOException {
    if (!map.isEmpty()) {
      out.writeFieldName(name);
      Json.writeMap(out, map);
    }
  }

  private static void endArray(JsonParser in) throws IOException {
    in.nextToken();
    Json.expect(in, JsonToken.END_ARRAY);
  }

  private static String part(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name);
    }
    return text;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
