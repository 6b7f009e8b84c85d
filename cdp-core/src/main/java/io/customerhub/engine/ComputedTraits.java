package io.customerhub.engine;

import io.customerhub.segment.Calculation;
import io.customerhub.segment.Dependencies;
import io.customerhub.segment.SegmentText;
import io.customerhub.spi.StoredRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Traits that follow from what people did, such as {@code count of "Order Completed" in last 90
 * days}. Thread-safe.
 *
 * <p>A value is not kept but computed of the person's events and records when it is looked at: on
 * every {@link io.customerhub.profile.Profile}, in an explanation, in the export. So it is exact at
 * every instant, whatever came late, was merged, split or erased, and there is nothing to bring up
 * to date. Segments name it like any other trait, {@code trait.orders_90d >= 3}, and follow it at
 * once where events change it, by {@link CustomerEngine#tick()} where time does.
 *
 * <p>A computed trait hides what sources tell under its name; that is kept, and shown again once
 * the computed trait is removed.
 */
public final class ComputedTraits {

  /** Most computed traits of one engine. */
  public static final int MOST = 1_000;

  private final Units units;
  private final SegmentRuns runs;
  private final Sweep sweep;

  ComputedTraits(Units units, SegmentRuns runs, Sweep sweep) {
    this.units = units;
    this.runs = runs;
    this.sweep = sweep;
  }

  /**
   * Defines a computed trait by its text, or redefines it; see {@link #define(String,
   * Calculation)}.
   *
   * @param name 1 to 128 characters
   * @throws io.customerhub.segment.SegmentSyntaxException if the text is no calculation, with line
   *     and column
   * @throws io.customerhub.segment.SegmentSchemaException if the text names an event, property or
   *     kind of records that is declared to be otherwise, or the name is that of a declared trait
   * @throws ComputedTraitException if the trait would be computed of itself
   */
  public void define(String name, String text) {
    define(name, SegmentText.parseCalculation(text));
  }

  /**
   * Defines a computed trait, or redefines it, and evaluates the segments that name it for
   * everybody, in several transactions.
   *
   * @param name 1 to 128 characters
   * @throws io.customerhub.segment.SegmentSchemaException if the calculation names an event,
   *     property or kind of records that is declared to be otherwise, or the name is that of a
   *     declared trait
   * @throws ComputedTraitException if the trait would be computed of itself, or there are {@value
   *     #MOST} already
   */
  public void define(String name, Calculation calculation) {
    checkName(name);
    change(
        name,
        (unit, all) -> {
          runs.schema(unit).check(name, calculation);
          all.put(name, calculation);
          checkCircle(name, name, all, new HashSet<>());
          if (all.size() > MOST) {
            throw new ComputedTraitException(name, "there are " + MOST + " already");
          }
          return "define " + name;
        });
  }

  /** Returns the names, sorted. */
  public List<String> names() {
    return units.run(unit -> List.copyOf(runs.computed(unit).keySet()));
  }

  /** Returns how a trait is computed, or empty if it is not. */
  public Optional<Calculation> find(String name) {
    return units.run(unit -> Optional.ofNullable(runs.computed(unit).get(name)));
  }

  /**
   * Removes a computed trait; it is watched no longer. What sources told under its name is shown
   * again.
   *
   * @throws ComputedTraitException if it is not defined, or a segment or another computed trait
   *     names it
   */
  public void remove(String name) {
    change(
        name,
        (unit, all) -> {
          if (all.remove(name) == null) {
            throw new ComputedTraitException(name, "is not defined; defined are " + all.keySet());
          }
          checkUnused(unit, name, all);
          Set<String> watched = new TreeSet<>(unit.definitions().watched());
          if (watched.remove(name)) {
            DefinitionsRow.write(unit, watched);
          }
          return "remove " + name;
        });
  }

  /**
   * Tells from now on when somebody's value of a computed trait changes: listeners by {@link
   * DomainEvent.ComputedTraitChanged}, destinations by {@code profile.changed} with the trait's
   * name, in the transaction that caused it. What changes because the definition does is not told.
   * Costs each event about a person two calculations of every watched trait.
   *
   * @throws ComputedTraitException if it is not defined
   */
  public void watch(String name) {
    units.run(
        unit -> {
          if (!runs.computed(unit).containsKey(name)) {
            throw new ComputedTraitException(
                name, "is not defined; defined are " + runs.computed(unit).keySet());
          }
          Set<String> names = new TreeSet<>(unit.definitions().watched());
          names.add(name);
          DefinitionsRow.write(unit, names);
          return names;
        });
    sweep.everybody(Change.ofTrait(name));
  }

  /** Tells no longer when the values of a computed trait change, if it did. */
  public void unwatch(String name) {
    units.run(
        unit -> {
          Set<String> names = new TreeSet<>(unit.definitions().watched());
          names.remove(name);
          DefinitionsRow.write(unit, names);
          return names;
        });
  }

  /** Returns the computed traits whose changes are told, sorted. */
  public List<String> watched() {
    return units.run(unit -> List.copyOf(new TreeSet<>(unit.definitions().watched())));
  }

  /** Makes a change of the definitions and says it in words. */
  private interface Edit {
    String apply(Unit unit, Map<String, Calculation> all);
  }

  private void change(String name, Edit edit) {
    Change change = Change.ofTrait(name);
    boolean matters =
        units.run(
            unit -> {
              Optional<StoredRecord> last = TraitDefinitions.find(unit);
              Map<String, Calculation> all =
                  last.map(TraitDefinitions::read).orElseGet(TreeMap::new);
              TraitDefinitions.write(unit, last, all, edit.apply(unit, all));
              return runs.isTouched(unit, change);
            });
    if (matters) {
      sweep.everybody(change);
    }
  }

  private static void checkName(String name) {
    if (!SegmentNames.isPlain(name)) {
      throw new ComputedTraitException(
          name.isEmpty() ? name : "...",
          "expected a name of 1 to 128 characters, without control characters or outer blanks");
    }
  }

  /** There was no circle before, so if there is one now, the new definition is part of it. */
  private static void checkCircle(
      String from, String target, Map<String, Calculation> all, Set<String> seen) {
    Calculation how = all.get(from);
    if (how == null || !seen.add(from)) {
      return;
    }
    for (String next : Dependencies.of(how).traits()) {
      if (next.equals(target)) {
        throw new ComputedTraitException(
            target, "would be computed of itself, by way of \"" + from + "\"");
      }
      checkCircle(next, target, all, seen);
    }
  }

  private void checkUnused(Unit unit, String name, Map<String, Calculation> others) {
    for (CompiledSegment segment : runs.segments(unit)) {
      if (Dependencies.of(segment.condition()).traits().contains(name)) {
        throw named(name, "segment", segment.name());
      }
    }
    others.forEach(
        (other, how) -> {
          if (Dependencies.of(how).traits().contains(name)) {
            throw named(name, "computed trait", other);
          }
        });
  }

  private static ComputedTraitException named(String name, String what, String by) {
    return new ComputedTraitException(
        name, "is named by " + what + " \"" + by + "\"; redefine that one first");
  }
}
