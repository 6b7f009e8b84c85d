package io.customerhub.segment;

import java.util.List;
import java.util.Objects;

/**
 * Why a condition holds or does not, as a tree of the same shape as the condition. Holds counts and
 * types but no values of the person.
 *
 * @param condition the condition that was judged
 * @param result whether it holds
 * @param detail what was found, such as {@code 3 events, needed at least 2 times}
 * @param children the reasons of its parts, in order; empty for a leaf
 */
public record Reason(Condition condition, boolean result, String detail, List<Reason> children) {

  /** Copies the children. */
  public Reason {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(detail, "detail");
    children = List.copyOf(children);
  }

  /** Returns what was asked, as a sentence. */
  public String sentence() {
    return condition.toString();
  }

  /** Returns the tree as indented lines, one for each reason. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    print(text, 0);
    return text.toString();
  }

  private void print(StringBuilder text, int depth) {
    text.append("  ".repeat(depth)).append(result ? "yes: " : "no: ");
    if (children.isEmpty()) {
      text.append(sentence()).append(" (").append(detail).append(")\n");
    } else {
      text.append(detail).append('\n');
      children.forEach(child -> child.print(text, depth + 1));
    }
  }
}
