package io.customerhub.intake;

import io.customerhub.event.Event;
import io.customerhub.event.InvalidEventException;
import io.customerhub.event.ReasonCode;
import java.util.Map;
import java.util.Objects;

/** What became of one message or row: an event, or the reason why not. Immutable. */
public sealed interface Parsed {

  /** Returns where in the input it stood, such as {@code line 17} or {@code batch[3]}. */
  String location();

  /**
   * A message that became an event.
   *
   * @param event the event
   * @param location where in the input it stood
   * @param corrected what was not taken as it is, and why: a time that cannot be right, or that of
   *     a clock that is wrong. What was said stays in the event's context
   */
  record Accepted(Event event, String location, Map<String, ReasonCode> corrected)
      implements Parsed {

    /** Checks the parts, and copies the map. */
    public Accepted {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(location, "location");
      corrected = Map.copyOf(corrected);
    }

    /** An event of which everything was taken as it is. */
    public Accepted(Event event, String location) {
      this(event, location, Map.of());
    }
  }

  /**
   * A message, row or whole input that could not become an event. Only {@code raw} holds data in
   * clear; {@link #toString()} leaves it out.
   *
   * @param code why
   * @param field the path of the refused field, such as {@code batch[3].traits.email}; empty if the
   *     whole was refused
   * @param message what was found and what was expected; no personal data
   * @param location where in the input it stood
   * @param raw the message or row as it came, its first {@value #RAW_LENGTH} characters; U+0000,
   *     and what is not valid Unicode, is U+FFFD
   */
  record Rejected(ReasonCode code, String field, String message, String location, String raw)
      implements Parsed {

    /** Most characters kept of the raw input, in UTF-16 units. */
    public static final int RAW_LENGTH = 4096;

    private static final int FIELD_LENGTH = 256;
    private static final int MESSAGE_LENGTH = 1024;

    /** Shortens the parts and replaces control characters in what may reach a log. */
    public Rejected {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(location, "location");
      field = printable(cut(field, FIELD_LENGTH));
      message = printable(cut(message, MESSAGE_LENGTH));
      location = printable(location);
      raw = wellFormed(cut(raw, RAW_LENGTH));
    }

    static Rejected of(InvalidEventException e, String prefix, String location, String raw) {
      String dot = prefix.isEmpty() || e.field().isEmpty() ? "" : ".";
      return new Rejected(e.code(), prefix + dot + e.field(), message(e), location, raw);
    }

    /** The message begins with the field; of the whole there is none. */
    private static String message(InvalidEventException e) {
      String message = String.valueOf(e.getMessage());
      return e.field().isEmpty() && message.startsWith(": ") ? message.substring(2) : message;
    }

    /** Returns code, field and location; not the raw input. */
    @Override
    public String toString() {
      return "Rejected[" + code + (field.isEmpty() ? "" : " " + field) + " at " + location + "]";
    }

    private static String cut(String text, int length) {
      if (text.length() <= length) {
        return text;
      }
      boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
      return text.substring(0, splitsPair ? length - 1 : length);
    }

    private static String wellFormed(String text) {
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints().map(c -> isUnstorable(c) ? 0xFFFD : c).forEach(out::appendCodePoint);
      return out.toString();
    }

    /** Not every store can keep U+0000, and half a pair is no text. */
    private static boolean isUnstorable(int c) {
      return c == 0 || Character.getType(c) == Character.SURROGATE;
    }

    /** Attribute names come from outside; a line break in one must not forge a line of a log. */
    private static String printable(String text) {
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints().map(Rejected::harmless).forEach(out::appendCodePoint);
      return out.toString();
    }

    private static int harmless(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            '?';
        default -> c;
      };
    }
  }
}
