package io.customerhub.event;

/** The sizes beyond which input is refused. One place, so that every intake agrees. */
public final class Limits {

  /** Longest identifier value, in UTF-16 units. */
  public static final int IDENTIFIER_LENGTH = 300;

  /** Longest name of an identifier's namespace. */
  public static final int NAMESPACE_LENGTH = 32;

  /** Most identifiers in one event. */
  public static final int IDENTIFIERS = 20;

  /** Longest name of a source. */
  public static final int SOURCE_LENGTH = 64;

  /** Longest messageId. */
  public static final int MESSAGE_ID_LENGTH = 128;

  /** Longest name of an event, property or trait. */
  public static final int NAME_LENGTH = 256;

  /** Most properties, and most traits, in one event, nested ones counted. */
  public static final int ATTRIBUTES = 256;

  /** Longest text value, in UTF-16 units. */
  public static final int TEXT_LENGTH = 8 * 1024;

  /** Deepest nesting of lists and maps in a value. */
  public static final int DEPTH = 32;

  /** Most digits of a number, on either side of the point. */
  public static final int NUMBER_DIGITS = 100;

  /** Largest event as JSON, in bytes. */
  public static final int EVENT_BYTES = 1024 * 1024;

  private Limits() {}
}
