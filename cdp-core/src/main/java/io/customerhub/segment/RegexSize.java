package io.customerhub.segment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression gets once its counted repetitions are written out, which is what
 * compiling it does: {@code ((a{999}){999}){999}} has 22 characters and fills any memory. Counts
 * before anything is compiled. Not thread-safe.
 */
final class RegexSize {

  private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,9})(?:(,)(\\d{0,9}))?}");

  private final String regex;
  private final Deque<Long> groups = new ArrayDeque<>();
  private long size;
  private long atom;
  private int at;

  private RegexSize(String regex) {
    this.regex = regex;
  }

  /** Returns an upper bound of the number of characters; more than any limit if it is absurd. */
  static long of(String regex) {
    return new RegexSize(regex).measure();
  }

  private long measure() {
    while (at < regex.length() && size < Integer.MAX_VALUE) {
      char c = regex.charAt(at);
      if (c == '{' && repeated()) {
        continue;
      }
      if (c == '(') {
        groups.push(size);
        size = 1;
      } else if (c == ')' && !groups.isEmpty()) {
        atom = size + 1;
        size = groups.pop() + atom;
      } else {
        atom = 1;
        size++;
      }
      at = c == '[' ? classEnd() : c == '\\' ? escapeEnd() : at + 1;
    }
    return size + groups.stream().mapToLong(Long::longValue).sum();
  }

  private boolean repeated() {
    Matcher repeat = REPEAT.matcher(regex).region(at, regex.length());
    if (!repeat.lookingAt()) {
      return false;
    }
    long least = Long.parseLong(repeat.group(1));
    boolean open = repeat.group(2) != null && repeat.group(3).isEmpty();
    long most = repeat.group(2) == null ? least : open ? least + 1 : max(least, repeat.group(3));
    size += atom * Math.max(0, most - 1);
    atom *= Math.max(1, most);
    at = repeat.end();
    return true;
  }

  /** The braces of a code point, as in {@code \x{1024}}, repeat nothing. */
  private int escapeEnd() {
    int brace = regex.startsWith("x{", at + 1) ? regex.indexOf('}', at) : -1;
    return brace < 0 ? at + 2 : brace + 1;
  }

  private static long max(long least, String most) {
    return Math.max(least, Long.parseLong(most));
  }

  /** A bracket right at the start is a member, and so is one after a backslash. */
  private int classEnd() {
    int i = at + 1;
    if (i < regex.length() && regex.charAt(i) == '^') {
      i++;
    }
    for (int first = i; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (regex.startsWith("[:", i) && regex.indexOf(":]", i) > 0) {
        i = regex.indexOf(":]", i) + 1;
      } else if (c == ']' && i > first) {
        return i + 1;
      }
    }
    return i;
  }
}
