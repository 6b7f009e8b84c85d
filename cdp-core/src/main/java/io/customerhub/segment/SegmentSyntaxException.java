package io.customerhub.segment;

import io.customerhub.event.CustomerHubException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a text is no condition; says where, what was found and what was expected. */
public final class SegmentSyntaxException extends CustomerHubException {

  private static final long serialVersionUID = 1L;

  /** More alternatives than this make a message that nobody reads; expected() has them all. */
  private static final int MOST_SHOWN = 12;

  private final int line;
  private final int column;
  private final String found;
  private final transient List<String> expected;
  private final @Nullable String suggestion;

  SegmentSyntaxException(
      int line, int column, String found, List<String> expected, @Nullable String suggestion) {
    super(message(line, column, found, expected, suggestion), null);
    this.line = line;
    this.column = column;
    this.found = found;
    this.expected = List.copyOf(expected);
    this.suggestion = suggestion;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the column in characters, from 1. */
  public int column() {
    return column;
  }

  /** Returns what was found there, shortened. */
  public String found() {
    return found;
  }

  /** Returns what could have stood there; empty if what was found cannot stand anywhere. */
  public List<String> expected() {
    return expected == null ? List.of() : expected;
  }

  /** Returns what may have been meant. */
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }

  private static String message(
      int line, int column, String found, List<String> expected, @Nullable String suggestion) {
    String wanted = expected.isEmpty() ? "" : ", expected " + shown(expected);
    String hint = suggestion == null ? "" : "; did you mean " + suggestion + "?";
    return "line " + line + ", column " + column + ": found " + found + wanted + hint;
  }

  private static String shown(List<String> expected) {
    int left = expected.size() - MOST_SHOWN;
    if (left <= 0) {
      return String.join(" or ", expected);
    }
    // The short words are those that conditions mostly begin with: did, has, trait, in segment.
    return expected.stream()
        .sorted(Comparator.comparingInt(String::length))
        .limit(MOST_SHOWN)
        .collect(Collectors.joining(" or ", "", " or one of " + left + " more"));
  }
}
