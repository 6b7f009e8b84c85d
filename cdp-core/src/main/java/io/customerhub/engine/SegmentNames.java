package io.customerhub.engine;

import io.customerhub.event.Masking;
import io.customerhub.event.Values;
import io.customerhub.segment.Condition;
import io.customerhub.segment.Dependencies;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks that segments name only segments that are there, and never themselves. */
final class SegmentNames {

  private SegmentNames() {}

  /** Accepts what every store keeps and every reader can tell apart. */
  static void checkName(String name) {
    if (!isPlain(name)) {
      throw new SegmentException(
          Masking.mask(name),
          "expected a name of 1 to 128 characters, without control characters or outer blanks");
    }
    Values.text("segment", name, 128);
  }

  static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.length() <= 128
        && name.equals(name.strip())
        && name.chars().noneMatch(Character::isISOControl);
  }

  static void check(String name, Condition condition, List<CompiledSegment> known) {
    Map<String, Dependencies> all = new TreeMap<>();
    known.forEach(segment -> all.put(segment.name(), segment.dependencies()));
    all.put(name, Dependencies.of(condition));
    for (String named : Dependencies.of(condition).segments()) {
      if (!all.containsKey(named)) {
        throw new SegmentException(
            name,
            "names segment \"" + named + "\", which is not defined; defined are " + all.keySet());
      }
      if (reaches(named, name, all, new HashSet<>())) {
        throw new SegmentException(name, "names itself by way of \"" + named + "\"");
      }
    }
  }

  static void checkUnused(String name, List<CompiledSegment> known) {
    if (known.stream().noneMatch(segment -> segment.name().equals(name))) {
      throw unknown(name, known);
    }
    for (CompiledSegment segment : known) {
      if (segment.dependencies().segments().contains(name)) {
        throw new SegmentException(
            name, "is named by segment \"" + segment.name() + "\"; redefine that one first");
      }
    }
  }

  static CompiledSegment required(String name, List<CompiledSegment> known) {
    return known.stream()
        .filter(segment -> segment.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, known));
  }

  private static SegmentException unknown(String name, List<CompiledSegment> known) {
    List<String> names = known.stream().map(CompiledSegment::name).sorted().toList();
    return new SegmentException(name, "is not defined; defined are " + names);
  }

  private static boolean reaches(
      String from, String target, Map<String, Dependencies> all, Set<String> seen) {
    if (from.equals(target)) {
      return true;
    }
    Dependencies next = all.get(from);
    return next != null
        && seen.add(from)
        && next.segments().stream().anyMatch(named -> reaches(named, target, all, seen));
  }
}
