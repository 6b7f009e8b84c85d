package io.customerhub.intake;

import io.customerhub.event.InvalidEventException;
import io.customerhub.event.Limits;
import io.customerhub.event.ReasonCode;
import io.customerhub.event.Values;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads events in the JSON of the Segment specification, as its clients and those compatible with
 * it send it: one message, a list of messages, or a batch.
 *
 * <pre>{@code
 * EventJson.source("web").parse(body, receivedAt)
 * }</pre>
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>member</th><th>of the event</th></tr>
 * <tr><td>userId, anonymousId, context.device.id</td><td>identifiers user_id, anonymous_id,
 *     device_id; a whole number becomes text</td></tr>
 * <tr><td>email and phone in traits (not a group's), properties, context.traits</td>
 *     <td>identifiers email, phone; they stay where they are as well</td></tr>
 * <tr><td>context.externalIds</td><td>an identifier of each entry's type</td></tr>
 * <tr><td>previousId of an alias</td><td>identifiers anonymous_id and user_id</td></tr>
 * <tr><td>event, groupId, name</td><td>name</td></tr>
 * <tr><td>category of a page or screen</td><td>property category</td></tr>
 * <tr><td>timestamp, else originalTimestamp, else the arrival</td><td>time; corrected by sentAt, see
 *     below; one before 1970 or more than 24 hours ahead is replaced by the arrival</td></tr>
 * <tr><td>messageId, else a hash of the content</td><td>messageId: a replay is a duplicate, and so
 *     are two equal messages without messageId and timestamp</td></tr>
 * <tr><td>integrations, _metadata, writeKey, channel, sentAt, receivedAt, version</td><td>left
 *     out</td></tr>
 * <tr><td>any other</td><td>context.unmapped</td></tr>
 * </table>
 *
 * <p>A sender's clock that is ahead shows in a {@code sentAt} after the arrival, and the time is
 * corrected by the difference: arrival - (sentAt - timestamp). A {@code sentAt} before the arrival
 * may be of a message that waited, offline or to be sent again, so it corrects nothing, unless it
 * lies more than a year back or {@link #sentAtPerAttempt} is known. Nothing is corrected that was
 * before, where originalTimestamp and timestamp differ. What a message says about its time and is
 * not used stays in the context as originalTimestamp; {@link Parsed.Accepted#corrected()} says why.
 *
 * <p>A document, or a line, is at most {@value Limits#EVENT_BYTES} bytes; JSON is taken strictly
 * (RFC 8259, no repeated names). Immutable and thread-safe.
 */
public final class EventJson {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Sender sender;

  private EventJson(Sender sender) {
    this.sender = sender;
  }

  /**
   * Returns an intake whose events are said by {@code source}.
   *
   * @throws IllegalArgumentException if the source is blank, longer than {@value
   *     Limits#SOURCE_LENGTH} or not valid Unicode
   */
  public static EventJson source(String source) {
    return new EventJson(new Sender(checkedSource(source), true, false));
  }

  /**
   * Returns an intake that takes, or does not take, e-mail and phone among the properties for the
   * person's own. Taken by default, as the specification has it; turn it off for sources whose
   * properties name other people, such as whom somebody invited.
   */
  public EventJson identifiersFromProperties(boolean taken) {
    return new EventJson(new Sender(sender.source(), taken, sender.sentAnew()));
  }

  /**
   * Returns an intake that knows, or does not, that the sender sets {@code sentAt} anew for each
   * attempt to deliver a message. Then a difference between sending and arrival is the clock's, and
   * clocks that are behind are corrected as well. Not known by default: of a client that keeps
   * {@code sentAt} while it is offline or tries again, what happened would move to its arrival.
   */
  public EventJson sentAtPerAttempt(boolean known) {
    return new EventJson(new Sender(sender.source(), sender.fromProperties(), known));
  }

  /**
   * Reads one document: a message, a list of messages or a batch.
   *
   * @param receivedAt when it arrived
   * @return one element per message in the order of the document; a single rejection if the
   *     document cannot be read; empty only for an empty list or batch
   */
  public List<Parsed> parse(String document, Instant receivedAt) {
    Objects.requireNonNull(receivedAt, "receivedAt");
    String text = document.startsWith(BYTE_ORDER_MARK) ? document.substring(1) : document;
    return tooLarge(text) ? tooLarge(text, "") : document(text, receivedAt, "");
  }

  /**
   * Reads one document in UTF-8; see {@link #parse(String, Instant)}.
   *
   * @param receivedAt when it arrived
   */
  public List<Parsed> parse(byte[] document, Instant receivedAt) {
    if (document.length > Limits.EVENT_BYTES) {
      return tooLarge(
          new String(document, 0, 4 * Parsed.Rejected.RAW_LENGTH, StandardCharsets.UTF_8), "");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(document);
      return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), receivedAt);
    } catch (CharacterCodingException e) {
      return malformed(new String(document, StandardCharsets.UTF_8), "");
    }
  }

  /**
   * Reads lines of JSON in UTF-8, each a document as in {@link #parse(String, Instant)}, while the
   * stream is consumed. A line that cannot be read is one rejection, and the next line follows.
   * Blank lines and a byte-order mark are skipped. The input is not closed.
   *
   * @param receivedAt when the lines arrived
   * @return a sequential stream that can throw {@link java.io.UncheckedIOException}
   */
  public Stream<Parsed> lines(InputStream in, Instant receivedAt) {
    return lines(LineReader.of(in), Objects.requireNonNull(receivedAt, "receivedAt"));
  }

  /**
   * Reads lines of JSON; see {@link #lines(InputStream, Instant)}.
   *
   * @param receivedAt when the lines arrived
   */
  public Stream<Parsed> lines(Reader in, Instant receivedAt) {
    return lines(LineReader.of(in), Objects.requireNonNull(receivedAt, "receivedAt"));
  }

  static String checkedSource(String source) {
    try {
      Values.text("source", source, Limits.SOURCE_LENGTH);
    } catch (InvalidEventException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("source: expected a name");
    }
    return source;
  }

  private Stream<Parsed> lines(LineReader lines, Instant receivedAt) {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, traits), false)
        .flatMap(line -> line(line, receivedAt).stream());
  }

  private List<Parsed> line(LineReader.Line line, Instant receivedAt) {
    String location = "line " + line.number();
    return switch (line.fault()) {
      case TOO_LONG -> tooLarge(line.text(), location);
      case MALFORMED -> malformed(line.text(), location);
      case NONE -> document(line.text(), receivedAt, location);
    };
  }

  private List<Parsed> document(String text, Instant receivedAt, String location) {
    try {
      return messages(JsonTree.read(text), text, receivedAt, location);
    } catch (InvalidEventException e) {
      return List.of(Parsed.Rejected.of(e, "", orDocument(location), text));
    }
  }

  private List<Parsed> messages(
      @Nullable Object tree, String text, Instant receivedAt, String location) {
    if (tree instanceof List<?> list) {
      return all(list, "", Map.of(), receivedAt, location);
    }
    Map<String, Object> object = Fields.asObject(tree).orElseThrow(() -> shape("", "an object"));
    if (object.containsKey("batch") && !object.containsKey("type")) {
      return batch(object, receivedAt, location);
    }
    return List.of(message(object, "", orDocument(location), () -> text, receivedAt));
  }

  private List<Parsed> batch(Map<String, Object> batch, Instant receivedAt, String location) {
    if (batch.containsKey("tenant")) {
      throw new InvalidEventException(
          ReasonCode.TENANT_FIELD, "tenant", "the tenant is fixed when the storage is opened");
    }
    if (!(batch.get("batch") instanceof List<?> list)) {
      throw shape("batch", "a list");
    }
    Map<String, Object> common = new LinkedHashMap<>();
    Map<String, Object> context = Fields.object(batch, "context");
    if (!context.isEmpty()) {
      common.put("context", context);
    }
    Optional.ofNullable(batch.get("sentAt")).ifPresent(sentAt -> common.put("sentAt", sentAt));
    return all(list, "batch", common, receivedAt, location);
  }

  private List<Parsed> all(
      List<?> list, String name, Map<String, Object> common, Instant receivedAt, String location) {
    List<Parsed> parsed = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      String path = name + "[" + i + "]";
      String where = location.isEmpty() ? path : location + " " + path;
      Object item = list.get(i);
      parsed.add(
          message(inheriting(item, common), path, where, () -> JsonTree.write(item), receivedAt));
    }
    return parsed;
  }

  private Parsed message(
      @Nullable Object item,
      String prefix,
      String location,
      Supplier<String> raw,
      Instant receivedAt) {
    try {
      Map<String, Object> message = Fields.asObject(item).orElseThrow(() -> shape("", "an object"));
      return SegmentMessage.accept(message, sender, receivedAt, location);
    } catch (InvalidEventException e) {
      return Parsed.Rejected.of(e, prefix, location, raw.get());
    }
  }

  /** A batch says once what holds for all; what a message says of its own stays as it is. */
  private static @Nullable Object inheriting(@Nullable Object item, Map<String, Object> common) {
    return Fields.asObject(item)
        .filter(message -> !message.keySet().containsAll(common.keySet()))
        .<Object>map(
            message -> {
              Map<String, Object> whole = new LinkedHashMap<>(common);
              whole.putAll(message);
              return whole;
            })
        .orElse(item);
  }

  private static boolean tooLarge(String text) {
    return text.length() > Limits.EVENT_BYTES
        || (text.length() > Limits.EVENT_BYTES / 3
            && text.getBytes(StandardCharsets.UTF_8).length > Limits.EVENT_BYTES);
  }

  private static List<Parsed> tooLarge(String raw, String location) {
    return rejected(
        ReasonCode.EVENT_TOO_LARGE, "more than " + Limits.EVENT_BYTES + " bytes", location, raw);
  }

  private static List<Parsed> malformed(String raw, String location) {
    return rejected(ReasonCode.JSON_SYNTAX, "not valid UTF-8", location, raw);
  }

  private static List<Parsed> rejected(
      ReasonCode code, String message, String location, String raw) {
    return List.of(new Parsed.Rejected(code, "", message, orDocument(location), raw));
  }

  private static InvalidEventException shape(String field, String expected) {
    return new InvalidEventException(ReasonCode.JSON_SHAPE, field, "expected " + expected);
  }

  private static String orDocument(String location) {
    return location.isEmpty() ? "document" : location;
  }
}
