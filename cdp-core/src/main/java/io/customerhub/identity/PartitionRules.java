package io.customerhub.identity;

import io.customerhub.profile.Member;
import java.util.List;
import java.util.Map;

/** What a partition has to know of the match rules. */
interface PartitionRules {

  /** Returns whether sharing an identifier of this namespace joins two members. */
  boolean isKey(String namespace);

  /** Returns whether it joins them only where nothing else contradicts. */
  boolean isGuarded(String namespace);

  /** Returns the strength of a namespace; smaller is stronger. */
  int rank(String namespace);

  /** Returns how much may come together in one person. */
  MergeLimits limits();

  /** Returns whether two members are clearly of two people. */
  boolean contradict(Member a, Member b);

  /** Returns all that a member can contradict another one by. */
  Map<String, String> saying(Member member);

  /** Returns whether the names of two members are both present and agree closely. */
  boolean agree(Member a, Member b);

  /** Returns whether a rule that the host stated joins two members, whatever they weigh. */
  boolean state(Member a, Member b);

  /** Returns what members weigh against each other; they are numbered by their places. */
  PairWeights weights(List<Member> members);
}
