package io.customerhub.segment;

import com.google.common.hash.Hashing;
import io.customerhub.event.Identifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what is known of a person beside traits and facts. */
final class People {

  private static final long PLACES = 10_000;
  private static final Set<String> ANONYMOUS =
      Set.of(Identifier.ANONYMOUS_ID, Identifier.DEVICE_ID);

  private final FactReader reader;
  private final Facts facts;
  private final Instant now;

  People(FactReader reader, Instant now) {
    this.reader = reader;
    this.facts = reader.facts();
    this.now = now;
  }

  Evaluation evaluate(PersonCondition condition) {
    if (condition instanceof PersonCondition.Bucket bucket) {
      return evaluate(bucket);
    }
    if (condition instanceof PersonCondition.Anonymous anonymous) {
      boolean result = ANONYMOUS.containsAll(facts.namespaces());
      return Evaluation.leaf(
          anonymous, result, facts.namespaces().size() + " kinds of identifiers", null);
    }
    if (condition instanceof PersonCondition.HasIdentifier has) {
      boolean result = facts.namespaces().contains(has.namespace());
      return Evaluation.leaf(has, result, result ? "there is one" : "there is none", null);
    }
    if (condition instanceof PersonCondition.Merged merged) {
      return recent(merged, facts.lastMerge().orElse(null), merged.span(), "merged");
    }
    if (condition instanceof PersonCondition.WasIn was) {
      return follow(was, new Was(facts.membership(was.segment()), was.at(), null));
    }
    if (condition instanceof PersonCondition.WasInAgo was) {
      WindowBounds bounds = reader.bounds(new Window.Last(was.ago()));
      return follow(was, new Was(facts.membership(was.segment()), now, bounds));
    }
    return condition instanceof PersonCondition.Moved moved
        ? evaluate(moved)
        : evaluate((PersonCondition.Held) condition);
  }

  private Evaluation evaluate(PersonCondition.Bucket condition) {
    long place = place(condition.salt(), facts.key());
    boolean result =
        place >= condition.from().movePointRight(2).longValueExact()
            && place < condition.to().movePointRight(2).longValueExact();
    return Evaluation.leaf(condition, result, result ? "in the share" : "not in the share", null);
  }

  /** Returns a number from 0 to 9,999; the salt's length keeps it apart from the key. */
  static long place(String salt, String key) {
    String all = salt.length() + ":" + salt + key;
    long hash = Hashing.sha256().hashString(all, StandardCharsets.UTF_8).asLong();
    return Long.remainderUnsigned(hash, PLACES);
  }

  private Evaluation evaluate(PersonCondition.Moved condition) {
    boolean wanted = condition.turn() == PersonCondition.Turn.ENTERED;
    List<Instant> turns =
        facts.membership(condition.segment()).entrySet().stream()
            .filter(turn -> turn.getValue() == wanted)
            .map(Map.Entry::getKey)
            .toList();
    WindowBounds bounds = reader.bounds(new Window.Last(condition.span()));
    return follow(condition, new Turned(turns.stream().map(at -> new Recent(at, bounds)).toList()));
  }

  private Evaluation follow(PersonCondition condition, Course course) {
    boolean result = course.holds(now);
    String detail = result ? "so by the history" : "not so by the history";
    return Evaluation.leaf(condition, result, detail, course.nextFlip(now, result));
  }

  private Evaluation recent(
      PersonCondition condition, @Nullable Instant at, Span span, String happened) {
    if (at == null) {
      return Evaluation.leaf(condition, false, "not so", null);
    }
    Course course = new Recent(at, reader.bounds(new Window.Last(span)));
    boolean result = course.holds(now);
    return Evaluation.leaf(condition, result, happened, course.nextFlip(now, result));
  }

  private Evaluation evaluate(PersonCondition.Held condition) {
    if (facts.computed(condition.trait()).isPresent()) {
      return evaluate(condition, facts.computed(condition.trait()).orElseThrow());
    }
    Object value = facts.trait(condition.trait()).orElse(null);
    if (!reader.judge().passes(condition.test(), value, now)) {
      String detail = reader.judge().explain(condition.test(), value);
      return Evaluation.leaf(condition, false, detail, null);
    }
    Instant since = since(condition);
    WindowBounds bounds = reader.bounds(new Window.Last(condition.span()));
    Instant enough = since == null ? null : bounds.leaves(since.minus(1, ChronoUnit.MICROS));
    boolean result = enough == null || !enough.isAfter(now);
    return Evaluation.leaf(condition, result, "passes now", result ? null : enough);
  }

  /** A computed trait is followed through the span, from each of its changes to the next. */
  private Evaluation evaluate(PersonCondition.Held condition, Calculation computed) {
    WindowBounds bounds = reader.bounds(new Window.Last(condition.span()));
    Calculator calculator = new Calculator(computed, reader, bounds.start(now));
    Instant since = bounds.start(now);
    boolean always = true;
    Instant at = since;
    while (at != null && !at.isAfter(now)) {
      if (!reader.judge().passes(condition.test(), calculator.value(at), now)) {
        always = false;
        since = null;
      } else if (since == null) {
        since = at;
      }
      at = calculator.after(at);
    }
    Instant next = at;
    if (since != null && !always) {
      next = Course.earlier(next, bounds.leaves(since.minus(1, ChronoUnit.MICROS)));
    }
    String detail = since == null ? "does not pass now" : "passes now";
    return Evaluation.leaf(condition, since != null && always, detail, next);
  }

  /**
   * Returns since when all shown values passed; null if they always did, as if nothing is missing.
   */
  private @Nullable Instant since(PersonCondition.Held condition) {
    NavigableMap<Instant, Object> shown = facts.history(condition.trait());
    Instant since = shown.isEmpty() ? null : shown.lastKey();
    List<Map.Entry<Instant, Object>> newestFirst = List.copyOf(shown.descendingMap().entrySet());
    for (Map.Entry<Instant, Object> entry : newestFirst) {
      if (!reader.judge().passes(condition.test(), entry.getValue(), now)) {
        return since;
      }
      since = entry.getKey();
    }
    return reader.judge().passes(condition.test(), null, now) ? null : since;
  }

  /**
   * Something that happened once; it counts at its own instant, too, as what it follows from does.
   */
  private record Recent(Instant happened, WindowBounds bounds) implements Course {

    @Override
    public boolean holds(Instant at) {
      return !happened.isAfter(at) && !happened.isBefore(bounds.start(at));
    }

    @Override
    public @Nullable Instant after(Instant at) {
      Instant leaves = bounds.leaves(happened);
      return happened.isAfter(at) ? happened : leaves != null && leaves.isAfter(at) ? leaves : null;
    }
  }

  /** Something that happened several times. */
  private record Turned(List<Recent> turns) implements Course {

    @Override
    public boolean holds(Instant at) {
      return turns.stream().anyMatch(turn -> turn.holds(at));
    }

    @Override
    public @Nullable Instant after(Instant at) {
      return turns.stream().map(turn -> turn.after(at)).reduce(null, Course::earlier);
    }
  }

  /** Whether somebody was in at an instant, or at the one where a window begins. */
  private record Was(
      NavigableMap<Instant, Boolean> turns, Instant fixed, @Nullable WindowBounds bounds)
      implements Course {

    @Override
    public boolean holds(Instant at) {
      Map.Entry<Instant, Boolean> turn =
          bounds != null ? turns.floorEntry(bounds.start(at)) : turns.floorEntry(fixed);
      return turn != null && turn.getValue() && (bounds != null || fixed.isBefore(at));
    }

    /** A fixed instant that is still to come is looked at right behind it. */
    @Override
    public @Nullable Instant after(Instant at) {
      if (bounds == null) {
        return fixed.isBefore(at) ? null : fixed.plus(1, ChronoUnit.MICROS);
      }
      Instant next = turns.higherKey(bounds.start(at));
      return next == null ? null : bounds.leaves(next.minus(1, ChronoUnit.MICROS));
    }
  }
}
