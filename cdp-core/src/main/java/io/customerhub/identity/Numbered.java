package io.customerhub.identity;

import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Members, numbered by what they say, and by their ids only where they say the same: what comes of
 * the numbers does not depend on who was born first. Pairs are compared once, when asked for. Of
 * one thread.
 */
final class Numbered {

  private final List<Member> members;
  private final Map<ProfileId, Integer> numbers = new HashMap<>();
  private final PairWeights weights;
  private final Map<Long, Weight> known = new HashMap<>();

  /**
   * What a pair weighs.
   *
   * @param vector the bits of its vector
   * @param bits the sum
   */
  record Weight(long vector, double bits) {}

  Numbered(Collection<Member> members, PartitionRules rules) {
    this.members =
        members.stream()
            .sorted(Comparator.comparing(Member::record).thenComparing(Member::id))
            .toList();
    for (int i = 0; i < this.members.size(); i++) {
      numbers.put(this.members.get(i).id(), i);
    }
    this.weights = rules.weights(this.members);
  }

  int size() {
    return members.size();
  }

  Member member(int number) {
    return members.get(number);
  }

  int number(ProfileId member) {
    Integer number = numbers.get(member);
    if (number == null) {
      throw new IllegalArgumentException("unknown member " + member);
    }
    return number;
  }

  Weight weight(int a, int b) {
    int left = Math.min(a, b);
    int right = Math.max(a, b);
    return known.computeIfAbsent(
        ((long) left << Integer.SIZE) | right,
        pair -> {
          long vector = weights.vector(left, right);
          return new Weight(vector, weights.bits(left, right, vector));
        });
  }

  Vetoes vetoes() {
    return weights.vetoes();
  }
}
