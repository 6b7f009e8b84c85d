package io.customerhub.identity;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Rules in which everything is as a test says. The keys are user, mail and cookie, the strongest
 * first; phone is guarded and between mail and cookie; two names contradict unless they are equal.
 * Members are called by numbers from 0 to 9, which are those of their ids and records, and what
 * they weigh is in the table by these numbers.
 */
final class FixedRules implements PartitionRules {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> STRONGEST_FIRST = List.of("user", "mail", "phone", "cookie");

  final WeightTable table = new WeightTable();
  private final Set<Set<ProfileId>> stated = new HashSet<>();
  private MergeLimits limits = MergeLimits.none();

  static ProfileId id(int number) {
    return new ProfileId(new UUID(0, number));
  }

  /** Returns a member with a name, if it is not empty, and identifiers such as {@code user=u}. */
  static Member member(int number, String name, String... keys) {
    return named(number, name.isEmpty() ? Map.of() : Map.of("name", name), keys);
  }

  static Member named(int number, Map<String, String> fields, String... keys) {
    List<Identifier> identifiers = Arrays.stream(keys).map(FixedRules::key).sorted().toList();
    return Member.born(id(number), "r" + number, identifiers, fields, TIME);
  }

  static Identifier key(String key) {
    int at = key.indexOf('=');
    return Identifier.of(key.substring(0, at), key.substring(at + 1));
  }

  static Link link(LinkKind kind, int a, int b) {
    UUID id = new UUID(a, b);
    List<Evidence> evidence = List.of(new Evidence("link", a + " " + b, 12));
    return new Link(id, id(a), id(b), kind, evidence, "ann", "", TIME, true, 0);
  }

  static Link similar(int a, int b) {
    return link(LinkKind.SIMILAR, a, b);
  }

  static Link apart(int a, int b) {
    return link(LinkKind.DO_NOT_LINK, a, b);
  }

  FixedRules limited(String namespace, int most) {
    limits = limits.with(namespace, most);
    return this;
  }

  /** Limits what keys bring together, not what resemblance does. */
  FixedRules limitedForKeys(String namespace, int most) {
    MergeLimits.Limit limit = new MergeLimits.Limit(most, 0, false);
    limits = new MergeLimits(new TreeMap<>(Map.of(namespace, limit)), MergeLimits.RECORDS);
    return this;
  }

  /** Has a rule of the host join two members. */
  FixedRules stated(int a, int b) {
    stated.add(Set.of(id(a), id(b)));
    return this;
  }

  Partition partition(List<Member> members, Link... links) {
    return Partition.of(members, List.of(), List.of(links), Map.of(), this);
  }

  @Override
  public boolean isKey(String namespace) {
    return STRONGEST_FIRST.contains(namespace) && !isGuarded(namespace);
  }

  @Override
  public boolean isGuarded(String namespace) {
    return namespace.equals("phone");
  }

  @Override
  public int rank(String namespace) {
    return STRONGEST_FIRST.indexOf(namespace);
  }

  @Override
  public MergeLimits limits() {
    return limits;
  }

  @Override
  public boolean contradict(Member a, Member b) {
    return !saying(a).isEmpty() && !saying(b).isEmpty() && !saying(a).equals(saying(b));
  }

  @Override
  public Map<String, String> saying(Member member) {
    return member.fields();
  }

  @Override
  public boolean agree(Member a, Member b) {
    return !saying(a).isEmpty() && saying(a).equals(saying(b));
  }

  @Override
  public boolean state(Member a, Member b) {
    return stated.contains(Set.of(a.id(), b.id()));
  }

  @Override
  public PairWeights weights(List<Member> members) {
    return new PairWeights() {
      @Override
      public long vector(int a, int b) {
        return table.vector(number(a), number(b));
      }

      @Override
      public double bits(int a, int b, long vector) {
        return table.bits(number(a), number(b), vector);
      }

      @Override
      public Vetoes vetoes() {
        return table.vetoes();
      }

      private int number(int at) {
        return (int) members.get(at).id().value().getLeastSignificantBits();
      }
    };
  }
}
