package io.customerhub.engine;

import io.customerhub.engine.Violation.Invariant;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one look found wrong, and of which profiles. Confined to one transaction. */
final class Findings {

  private final List<Violation> violations = new ArrayList<>();
  private final Set<ProfileId> roots = new LinkedHashSet<>();

  void add(Invariant invariant, Member about, String expected, String found) {
    add(invariant, about, List.of(about.id()), expected, found);
  }

  void add(Invariant invariant, Member about, List<ProfileId> ids, String expected, String found) {
    roots.add(about.root());
    violations.add(new Violation(invariant, ids, expected, found));
  }

  List<Violation> violations() {
    return violations;
  }

  /** Returns the stored roots of those that something is wrong with. */
  Set<ProfileId> roots() {
    return roots;
  }
}
