package io.customerhub.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of a person's dated facts a condition looks at: the events of a name, or the records of a
 * kind, that pass all of some tests.
 *
 * @param type events or records
 * @param name an event's name, 1 to 256 characters; or a kind of records, a lower-case word of up
 *     to 32 letters, digits and {@code _}
 * @param where tests of properties or fields
 */
public record Selection(Type type, String name, List<PropertyTest> where) {

  /** After "has" these words start something else. */
  private static final Set<String> RESERVED = Set.of("of", "no", "identifier");

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /** Where facts come from. */
  public enum Type {
    /** What a person did. */
    EVENT,
    /** What is kept about a person, of a kind that the host of the segments declares. */
    RECORD
  }

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if the name is none, or there are more tests than {@value
   *     SegmentLimits#NODES}
   */
  public Selection {
    Objects.requireNonNull(type, "type");
    name = type == Type.EVENT ? Literals.name("event", name) : kind(name);
    where = List.copyOf(where);
    TreeSize.checkNodes(nodes(where));
  }

  /** Returns all events of a name. */
  public static Selection event(String name) {
    return new Selection(Type.EVENT, name, List.of());
  }

  /** Returns all records of a kind. */
  public static Selection record(String kind) {
    return new Selection(Type.RECORD, kind, List.of());
  }

  /** Returns a copy of those that pass these tests, too. */
  public Selection where(PropertyTest... tests) {
    List<PropertyTest> both = new ArrayList<>(where);
    both.addAll(List.of(tests));
    return new Selection(type, name, both);
  }

  /** Returns the text form. */
  @Override
  public String toString() {
    return new Printer().selection(this).toString();
  }

  int nodes() {
    return nodes(where);
  }

  private static int nodes(List<PropertyTest> where) {
    return 1 + TestTree.nodes(where);
  }

  /** A word that starts something else in the text form could not be read back. */
  private static String kind(String name) {
    if (!KIND.matcher(name).matches() || RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "a kind of records is a lower-case word such as deal, found: " + name);
    }
    return name;
  }
}
