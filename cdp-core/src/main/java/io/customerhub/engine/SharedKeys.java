package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.event.ReasonCode;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.SetAsideKey;
import io.customerhub.profile.Member;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows which identifiers join nobody whatever they are held with: those that more records hold
 * than are of one person, and those that people declared to be shared.
 */
final class SharedKeys {

  private final MatchRules rules;
  private final Declarations declarations;

  SharedKeys(MatchRules rules, Declarations declarations) {
    this.rules = rules;
    this.declarations = declarations;
  }

  /**
   * Returns the identifiers of members that join nobody, and why.
   *
   * @param newborn one of them that is not stored yet; null if there is none
   */
  Map<Identifier, ReasonCode> of(Unit unit, Collection<Member> members, @Nullable Member newborn) {
    Set<Identifier> own = newborn == null ? Set.of() : keys(List.of(newborn));
    Set<Identifier> others = keys(members);
    others.removeAll(own);
    Map<Identifier, ReasonCode> shared = new TreeMap<>();
    // The newborn itself does not count yet.
    crowded(unit, own, rules.sharedBeyond() - 1)
        .forEach(one -> shared.put(one, ReasonCode.IDENTIFIER_CROWDED));
    crowded(unit, others, rules.sharedBeyond())
        .forEach(one -> shared.put(one, ReasonCode.IDENTIFIER_CROWDED));
    others.addAll(own);
    declarations.among(unit, others).forEach(one -> shared.put(one, ReasonCode.IDENTIFIER_SHARED));
    return shared;
  }

  /** Returns what joins nobody among the keys of a newborn, as its ingest tells it. */
  List<SetAsideKey> of(Unit unit, Member newborn) {
    return unit.setAside(
        newborn.record(),
        () ->
            of(unit, List.of(newborn), newborn).entrySet().stream()
                .map(one -> SetAsideKey.shared(one.getKey(), one.getValue()))
                .toList());
  }

  /** Returns the identifiers that too many hold already for any of their holders to matter. */
  Set<Identifier> crowded(Unit unit, Set<Identifier> identifiers) {
    return crowded(unit, identifiers, rules.sharedBeyond());
  }

  private Set<Identifier> crowded(Unit unit, Set<Identifier> identifiers, int most) {
    Set<Identifier> some =
        identifiers.stream()
            .filter(one -> rules.canBeCrowded(one.namespace()))
            .collect(Collectors.toSet());
    return some.isEmpty() ? Set.of() : unit.tx().profiles().crowded(some, most);
  }

  /**
   * Returns who decides on whom by what they hold. Where nothing is limited nobody does: then each
   * key joins all who hold it.
   */
  Component.Others others(Unit unit) {
    if (rules.limits().isEmpty()) {
      return members -> List.of();
    }
    Set<Identifier> asked = new HashSet<>();
    return members -> {
      Set<Identifier> keys = keys(members);
      keys.removeAll(asked);
      asked.addAll(keys);
      keys.removeAll(crowded(unit, keys));
      return keys.isEmpty() ? List.of() : unit.tx().profiles().holding(keys);
    };
  }

  private Set<Identifier> keys(Collection<Member> members) {
    Set<Identifier> keys = new TreeSet<>();
    for (Member member : members) {
      member.identifiers().stream()
          .filter(one -> rules.isKey(one.namespace()) || rules.isGuarded(one.namespace()))
          .forEach(keys::add);
    }
    return keys;
  }
}
