package io.customerhub.segment;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** At least so many of some parts: all of them, any of them, or a number between. Immutable. */
final class Combined implements Node {

  private final Node[] parts;
  private final int needed;

  /**
   * Combines parts.
   *
   * @param parts in the order in which they are looked at; not copied
   */
  Combined(Node[] parts, int needed) {
    this.parts = parts;
    this.needed = needed;
  }

  @Override
  public boolean holds(Look look) {
    int more = needed;
    int spare = parts.length - needed;
    for (int i = 0; more > 0 && spare >= 0; i++) {
      if (parts[i].holds(look)) {
        more--;
      } else {
        spare--;
      }
    }
    return more <= 0;
  }

  /**
   * Parts whose outcome never changes may decide alone; then the others are not looked at. If they
   * do not, the outcome can change no sooner than by when so many others have changed as are needed
   * for that.
   */
  @Override
  public Outcome judge(Look look) {
    int holding = 0;
    int forEver = needed;
    int never = parts.length - needed;
    Outcome[] passing = null;
    int number = 0;
    for (Node part : parts) {
      if (forEver <= 0 || never < 0) {
        break;
      }
      Outcome outcome = part.judge(look);
      holding += outcome.result() ? 1 : 0;
      if (!outcome.isForEver()) {
        passing = passing == null ? new Outcome[parts.length] : passing;
        passing[number++] = outcome;
      } else if (outcome.result()) {
        forEver--;
      } else {
        never--;
      }
    }
    if (forEver <= 0 || never < 0) {
      return Outcome.of(forEver <= 0);
    }
    boolean result = holding >= needed;
    int changes = result ? holding - needed + 1 : needed - holding;
    return Outcome.of(result, passing == null ? null : due(passing, number, result, changes));
  }

  /** Returns when so many of the outcomes that are as the result is may have changed. */
  private static @Nullable Instant due(
      Outcome[] outcomes, int number, boolean result, int changes) {
    return Arrays.stream(outcomes, 0, number)
        .filter(one -> one.result() == result)
        .map(Outcome::due)
        .sorted()
        .skip(changes - 1L)
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean isCheap() {
    return Arrays.stream(parts).allMatch(Node::isCheap);
  }
}
