package io.customerhub.event;

/** Why an event, a row, an identifier or a value was not taken. Stable: hosts may switch on it. */
public enum ReasonCode {
  /** A placeholder such as {@code null} or {@code test@test.com}: never a key to a person. */
  IDENTIFIER_BLOCKED,
  /** It would bring more identifiers of a namespace together than one person may have. */
  IDENTIFIER_OVER_LIMIT,
  /** More records hold it than are of one person. */
  IDENTIFIER_CROWDED,
  /** A person declared that many share it. */
  IDENTIFIER_SHARED,
  /** Nothing was left of an identifier after trimming and removing invisible characters. */
  IDENTIFIER_EMPTY,
  /** Not an e-mail address. */
  INVALID_EMAIL,
  /** Not a phone number. */
  INVALID_PHONE,
  /** A phone number in national form, and no default region was configured. */
  PHONE_NO_REGION,
  /** A control character where none is allowed. */
  CONTROL_CHAR,
  /** A bidirectional control character in an identifier. */
  BIDI_CONTROL,
  /** The character U+0000, which not every store can keep. */
  NUL_CHAR,
  /** Half of a surrogate pair: not valid Unicode. */
  LONE_SURROGATE,
  /** A text longer than its limit. */
  TOO_LONG,
  /** More identifiers in one event than allowed. */
  TOO_MANY_IDENTIFIERS,
  /** More properties or traits in one event than allowed. */
  TOO_MANY_ATTRIBUTES,
  /** An attribute name that is blank or too long. */
  ATTRIBUTE_NAME,
  /** An event bigger than allowed. */
  EVENT_TOO_LARGE,
  /** Not one of track, identify, page, screen, group, alias. */
  EVENT_TYPE,
  /** A field that has to be present is missing or blank. */
  MISSING_FIELD,
  /** A value of the wrong type, such as an object where an identifier belongs. */
  TYPE_MISMATCH,
  /** The messageId was used before for an event with another content. */
  MESSAGE_ID_REUSED,
  /** The data names a tenant; the tenant is fixed when the storage is opened. */
  TENANT_FIELD,
  /** Not valid JSON. */
  JSON_SYNTAX,
  /** JSON nested deeper than allowed. */
  JSON_TOO_DEEP,
  /** The same key twice in one JSON object. */
  JSON_DUPLICATE_KEY,
  /** Valid JSON of a shape that is no event. */
  JSON_SHAPE,
  /** A number too large or too precise. */
  NUMBER_RANGE,
  /** A number with too many digits. */
  NUMBER_TOO_LONG,
  /** Not a number. */
  NUMBER_SYNTAX,
  /** Not a timestamp of ISO 8601. */
  TIMESTAMP_SYNTAX,
  /** A timestamp outside what is accepted. */
  TIMESTAMP_RANGE,
  /** A time corrected because the sender's clock was wrong; the event was taken. */
  CLOCK_SKEW,
  /** A CSV row with another number of columns than the header. */
  CSV_COLUMNS,
  /** A CSV header that cannot be used: repeated, missing or unknown columns. */
  CSV_HEADER,
  /** A quote in a CSV row that is not closed, or is followed by text. */
  CSV_QUOTES,
  /** Bytes that are not of the declared encoding. */
  CSV_ENCODING,
  /** It is about a person who was erased, and must not come back by a replay or an import. */
  SUPPRESSED
}
