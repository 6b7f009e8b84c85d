package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Join;
import io.customerhub.identity.Link;
import io.customerhub.identity.LinkKind;
import io.customerhub.identity.Match;
import io.customerhub.identity.MatchRecord;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out why two records are together or apart, inside a unit. Writes nothing. */
final class Reasons {

  /** Most records of a profile that are compared with another's, the oldest first. */
  private static final int RECORDS = 100;

  private static final int PAIRS = 3;

  private final IdentityResolver resolver;
  private final IdentityGraph graph;

  Reasons(IdentityResolver resolver, IdentityGraph graph) {
    this.resolver = resolver;
    this.graph = graph;
  }

  Why why(Unit unit, Member a, Member b) {
    if (a.root().equals(b.root())) {
      List<Join> path = Paths.between(a, b, graph.joins(unit, a.root()));
      List<Why.ComparedPair> pairs = closest(List.of(a), List.of(b));
      return new Why(a.id(), b.id(), together(path, pairs.get(0)), path, pairs);
    }
    List<Member> ofA = unit.tx().profiles().clusters(Set.of(a.root()));
    List<Member> ofB = unit.tx().profiles().clusters(Set.of(b.root()));
    List<Why.ComparedPair> pairs = closest(ofA, ofB);
    return new Why(a.id(), b.id(), apart(unit, ofA, ofB, pairs), List.of(), pairs);
  }

  private static Verdict together(List<Join> path, Why.ComparedPair pair) {
    Optional<Join> decided =
        path.stream().filter(step -> !step.actor().equals(Decision.RULES)).findFirst();
    if (decided.isPresent()) {
      return together("by decision of " + decided.get().actor());
    }
    if (path.size() > 1) {
      return together("through " + (path.size() - 1) + " other records of the profile");
    }
    return pair.sharedKeys().isEmpty()
        ? together("the two match")
        : together("same " + String.join(", ", pair.sharedKeys()));
  }

  private static Verdict together(String how) {
    return Verdict.of(Verdict.Kind.TOGETHER, "together: " + how);
  }

  private Verdict apart(
      Unit unit, List<Member> ofA, List<Member> ofB, List<Why.ComparedPair> pairs) {
    Optional<Link> decision = decision(unit, ofA, ofB);
    if (decision.isPresent()) {
      String text = "apart by decision of " + decision.get().actor();
      return new Verdict(Verdict.Kind.DECIDED_APART, text, decision.get().reason());
    }
    List<String> keys = shared(ofA, ofB);
    Optional<Verdict> setAside = setAside(unit, ofA, ofB);
    if (setAside.isPresent()) {
      return setAside.get();
    }
    if (keys.stream().anyMatch(resolver.rules()::isKey)) {
      return Verdict.of(
          Verdict.Kind.OTHERS_APART,
          "apart: joining them would bring together others that a person keeps apart");
    }
    Verdict unlike = unlike(pairs.get(0));
    List<String> guarded = keys.stream().filter(resolver.rules()::isGuarded).toList();
    return guarded.isEmpty() || unlike.kind() == Verdict.Kind.HOUSEHOLD
        ? unlike
        : new Verdict(
            unlike.kind(),
            unlike.text() + "; " + String.join(", ", guarded) + " shared, but not of one person",
            "");
  }

  private Optional<Verdict> setAside(Unit unit, List<Member> ofA, List<Member> ofB) {
    Set<Identifier> both = identifiers(ofA);
    both.retainAll(identifiers(ofB));
    Component component = graph.read(unit, Set.of(ofA.get(0).root(), ofB.get(0).root()));
    return graph.partition(unit, component).setAside().stream()
        .filter(key -> both.contains(key.identifier()))
        .findFirst()
        .map(key -> Verdict.of(Verdict.Kind.KEY_SET_ASIDE, "apart: " + key))
        .or(() -> limited(ofA, ofB));
  }

  /** What matches may still be too much for one person. */
  private Optional<Verdict> limited(List<Member> ofA, List<Member> ofB) {
    List<Member> all = new ArrayList<>(ofA);
    all.addAll(ofB);
    String excess = resolver.excess(all);
    boolean alone = resolver.excess(ofA).isEmpty() && resolver.excess(ofB).isEmpty();
    return excess.isEmpty() || !alone || !match(ofA, ofB)
        ? Optional.empty()
        : Optional.of(
            Verdict.of(Verdict.Kind.KEY_SET_ASIDE, "apart: one person would have " + excess));
  }

  private boolean match(List<Member> ofA, List<Member> ofB) {
    return closest(ofA, ofB).get(0).detail().match().grade() == Match.Grade.MATCH;
  }

  private static Verdict household() {
    return Verdict.of(
        Verdict.Kind.HOUSEHOLD, "apart: household, one surname and home, unrelated given names");
  }

  private Verdict unlike(Why.ComparedPair best) {
    Match match = best.detail().match();
    if (best.detail().keys().isEmpty()) {
      return Verdict.of(Verdict.Kind.NEVER_COMPARED, "never compared: no common key");
    }
    if (match.grade() == Match.Grade.MATCH) {
      return Verdict.of(
          Verdict.Kind.NEVER_MET,
          "apart for now: the two match, but were not compared, or others are kept apart");
    }
    if (match.isHousehold()) {
      return household();
    }
    if (match.bits() >= resolver.model().matchBits()) {
      return Verdict.of(
          Verdict.Kind.TO_BE_LOOKED_AT, "apart, to be looked at: " + best.detail().objection());
    }
    String look = match.grade() == Match.Grade.POSSIBLE ? ", to be looked at" : "";
    return Verdict.of(
        Verdict.Kind.TOO_LITTLE,
        String.format(
            Locale.ROOT,
            "apart%s: %.1f bits, a match takes %.1f",
            look,
            match.bits(),
            resolver.model().matchBits()));
  }

  private static Optional<Link> decision(Unit unit, List<Member> ofA, List<Member> ofB) {
    Set<ProfileId> a = Component.ids(ofA);
    Set<ProfileId> b = Component.ids(ofB);
    return unit.tx().identities().linksOf(a).stream()
        .filter(link -> link.active() && link.kind() == LinkKind.DO_NOT_LINK)
        .filter(link -> b.contains(link.a()) || b.contains(link.b()))
        .findFirst();
  }

  private List<Why.ComparedPair> closest(List<Member> ofA, List<Member> ofB) {
    List<Prepared> left = prepared(ofA);
    List<Prepared> right = prepared(ofB);
    List<Compared> all = new ArrayList<>();
    for (Prepared one : left) {
      for (Prepared other : right) {
        all.add(new Compared(one, other, resolver.compare(one.record(), other.record())));
      }
    }
    return all.stream()
        .sorted(
            Comparator.comparing((Compared pair) -> pair.match().grade())
                .thenComparing(Comparator.comparingDouble((Compared p) -> -p.match().bits())))
        .limit(PAIRS)
        .map(this::explained)
        .toList();
  }

  private Why.ComparedPair explained(Compared pair) {
    return new Why.ComparedPair(
        pair.a().member(),
        pair.b().member(),
        shared(List.of(pair.a().member()), List.of(pair.b().member())),
        resolver.explain(pair.a().record(), pair.b().record()));
  }

  private static List<String> shared(List<Member> ofA, List<Member> ofB) {
    Set<Identifier> a = identifiers(ofA);
    return ofB.stream()
        .flatMap(member -> member.identifiers().stream())
        .filter(a::contains)
        .map(Identifier::namespace)
        .distinct()
        .sorted()
        .toList();
  }

  private static Set<Identifier> identifiers(List<Member> members) {
    Set<Identifier> identifiers = new HashSet<>();
    members.forEach(member -> identifiers.addAll(member.identifiers()));
    return identifiers;
  }

  private List<Prepared> prepared(List<Member> members) {
    return members.stream()
        .limit(RECORDS)
        .map(member -> new Prepared(member, resolver.prepare(member)))
        .toList();
  }

  private record Prepared(Member member, MatchRecord record) {}

  private record Compared(Prepared a, Prepared b, Match match) {}
}
