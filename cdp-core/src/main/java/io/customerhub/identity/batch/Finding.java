package io.customerhub.identity.batch;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something odd about the records of a batch, so that nobody has to wonder why so few, or so many,
 * were joined. Holds no personal data.
 *
 * @param kind what it is
 * @param field the field or namespace it is about; empty if it is about whole records
 * @param count how many records, values or keys
 * @param samples how some of the values look, at most 3: each letter as {@code a}, each digit but 0
 *     as {@code 9}
 */
public record Finding(Kind kind, String field, long count, List<String> samples) {

  /** What can be odd. */
  public enum Kind {
    /** Values that systems write when they know nothing, such as n/a; ignored. */
    PLACEHOLDER("%d placeholders were ignored"),
    /** Dates that are none, or not of the calendar. */
    NO_DATE("%d values are no dates of the calendar"),
    /** Phone numbers that are none; ignored. */
    NO_PHONE("%d values are no phone numbers"),
    /** E-mail addresses that are none; ignored. */
    NO_EMAIL("%d values are no e-mail addresses"),
    /** Identifiers that do not fit their namespace; ignored. */
    NO_IDENTIFIER("%d identifiers cannot be read"),
    /** Values that are longer than is compared. */
    TOO_LONG("%d values were cut"),
    /** Words with letters of several scripts, such as a Cyrillic letter in a Latin name. */
    MIXED_SCRIPTS("%d values mix the letters of several scripts in one word"),
    /** Records in which two fields seem to have changed places. */
    SWAPPED("%d records seem to have two columns swapped"),
    /** Ids, addresses or numbers that too many hold to say who somebody is. */
    GENERIC("%d values are held by too many to count"),
    /** Records that say nothing but one field. */
    ONE_FIELD("%d records say nothing else"),
    /** Records that say too little to be compared with any. */
    UNLINKABLE("%d records say too little to be compared with any"),
    /** Records that say the same as another one to the letter. */
    COPY("%d records are copies of others"),
    /** Keys that so many records share that not all pairs of them were compared. */
    CUT("%d keys are shared by so many records that not all of these were compared"),
    /** The weights are the default ones, as there was too little to learn from. */
    DEFAULTS(
        "the weights are the default ones: %d records that differ, too few duplicates among them");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** Checks and copies the parts. */
  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(field, "field");
    samples = List.copyOf(samples);
  }

  /** Returns it as a sentence, such as {@code birth_date: 12 values are no dates ...}. */
  @Override
  public String toString() {
    String text = String.format(Locale.ROOT, kind.words, count);
    String subject = field.isEmpty() ? text : field + ": " + text;
    return samples.isEmpty() ? subject : subject + ", such as " + String.join("; ", samples);
  }
}
