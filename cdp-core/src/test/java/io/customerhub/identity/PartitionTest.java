package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartitionTest {

  private static final Level OTHERS = Level.BIRTH_DIFFERENT;

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void members_that_share_a_key_are_one_profile_under_the_oldest_id() {
    Partition partition =
        partition(
            member(1, "", "cookie=a"),
            member(3, "", "cookie=a", "user=u"),
            member(2, "", "user=u"));
    assertThat(partition.roots().values()).containsOnly(id(1));
    assertThat(partition.joins()).hasSize(2);
  }

  @Test
  void a_guarded_key_joins_only_while_nobody_contradicts() {
    Member ada = member(1, "Ada", "phone=1");
    Member nameless = member(2, "", "phone=1");
    Member bob = member(3, "Bob", "phone=1");
    assertThat(partition(ada, nameless).root(id(2))).isEqualTo(id(1));
    Partition shared = partition(ada, nameless, bob, member(4, "Ada", "phone=1"));
    assertThat(shared.root(id(2))).isEqualTo(id(2));
    assertThat(shared.root(id(3))).isEqualTo(id(3));
    assertThat(shared.root(id(4))).isEqualTo(id(1));
  }

  @Test
  void a_member_outside_shows_that_a_guarded_key_is_shared() {
    List<Member> own = List.of(member(1, "Ada", "phone=1"), member(2, "", "phone=1"));
    List<Member> context = List.of(member(3, "Bob", "phone=1"));
    Partition partition = Partition.of(own, context, List.of(), Map.of(), new Rules());
    assertThat(partition.root(id(2))).isEqualTo(id(2));
  }

  @Test
  void a_guarded_key_of_very_many_records_joins_them_until_it_goes_with_too_many_names() {
    List<Member> many = new ArrayList<>();
    for (int i = 1; i <= 3 * Partition.GENERIC; i++) {
      many.add(member(i, i == 1 ? "Ada" : "", "phone=1"));
    }
    assertThat(partition(many).roots().values()).containsOnly(id(1));

    PartitionRules lenient = new Rules(false, Set.of());
    List<Member> named = new ArrayList<>();
    for (int i = 1; i <= Partition.GENERIC + 1; i++) {
      named.add(member(i, "Ada " + i, "phone=1"));
    }
    List<Member> fewer = named.subList(1, named.size());
    assertThat(Partition.of(fewer, List.of(), List.of(), Map.of(), lenient).roots().values())
        .containsOnly(id(2));
    assertThat(
            new TreeSet<>(
                Partition.of(named, List.of(), List.of(), Map.of(), lenient).roots().values()))
        .hasSize(Partition.GENERIC + 1);
  }

  @Test
  void similar_links_join_and_possible_or_retired_ones_do_not() {
    List<Member> members = List.of(member(1, "Ada"), member(2, "Ada"), member(3, "Ada"));
    List<Link> links =
        List.of(
            link(LinkKind.SIMILAR, 1, 2),
            link(LinkKind.POSSIBLE, 2, 3),
            link(LinkKind.SIMILAR, 1, 3).retired());
    Partition partition = Partition.of(members, List.of(), links, Map.of(), new Rules());
    assertThat(partition.root(id(2))).isEqualTo(id(1));
    assertThat(partition.root(id(3))).isEqualTo(id(3));
  }

  @Test
  void who_is_kept_apart_stays_apart_and_a_bridge_goes_with_its_strongest_key() {
    List<Member> members =
        List.of(
            member(1, "", "cookie=a"),
            member(2, "", "user=u"),
            member(3, "", "cookie=a", "user=u"),
            member(4, "", "cookie=a"),
            member(5, "", "user=u"),
            member(6, "", "cookie=a", "mail=m"));
    List<Link> apart = List.of(link(LinkKind.DO_NOT_LINK, 1, 2));
    Partition partition = Partition.of(members, List.of(), apart, Map.of(), new Rules());
    assertThat(partition.roots().values())
        .containsExactly(id(1), id(2), id(2), id(1), id(2), id(1));
  }

  @Test
  void without_decisions_the_result_is_the_connected_components() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Member> members = randomMembers(random, 12);
      List<Link> links = randomLinks(random, LinkKind.SIMILAR, 3, 12);
      Map<ProfileId, ProfileId> expected = components(members, links);
      Collections.shuffle(members, random);
      assertThat(Partition.of(members, List.of(), links, Map.of(), new Rules()).roots())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderEntriesOf(expected);
    }
  }

  @Test
  void no_profile_ever_holds_two_members_that_are_kept_apart() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Member> members = randomMembers(random, 12);
      List<Link> links = new ArrayList<>(randomLinks(random, LinkKind.SIMILAR, 3, 12));
      List<Link> apart = randomLinks(random, LinkKind.DO_NOT_LINK, 3, 12);
      links.addAll(apart);
      Partition partition = Partition.of(members, List.of(), links, Map.of(), new Rules());
      for (Link link : apart) {
        assertThat(partition.root(link.a()))
            .as("seed %d", seed)
            .isNotEqualTo(partition.root(link.b()));
      }
      Set<ProfileId> roots = new TreeSet<>(partition.roots().values());
      assertThat(partition.joins()).hasSize(members.size() - roots.size());
    }
  }

  @Test
  void one_strong_link_does_not_join_groups_whose_other_members_disagree() {
    List<Member> members = List.of(member(1, ""), member(2, ""), member(3, ""), member(4, ""));
    List<Link> links =
        List.of(
            link(LinkKind.SIMILAR, 1, 2),
            link(LinkKind.SIMILAR, 3, 4),
            link(LinkKind.SIMILAR, 2, 3));
    Rules rules = new Rules(true, Set.of(pair(1, 3), pair(1, 4), pair(2, 4)));
    Set<ProfileId> roots =
        new TreeSet<>(Partition.of(members, List.of(), links, Map.of(), rules).roots().values());
    assertThat(roots).hasSize(2);
    assertThat(Partition.of(members, List.of(), links, Map.of(), new Rules()).roots().values())
        .containsOnly(id(1));
  }

  @Test
  void whom_a_person_merged_loses_nobody_for_it() {
    List<Member> members = List.of(member(1, ""), member(2, ""), member(3, ""));
    List<Link> links = List.of(link(LinkKind.SIMILAR, 1, 2), link(LinkKind.MUST_LINK, 1, 3));
    Rules rules = new Rules(true, Set.of(pair(1, 3), pair(2, 3)));
    Partition partition = Partition.of(members, List.of(), links, Map.of(), rules);
    assertThat(partition.roots().values()).containsOnly(id(1));
    assertThat(partition.joins()).extracting(Join::actor).containsExactly("rules", "test");
  }

  @Test
  void who_was_born_first_does_not_matter_for_what_the_guard_refuses() {
    int refused = 0;
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Link> links = randomLinks(random, LinkKind.SIMILAR, 12, 9);
      Set<Set<ProfileId>> against = new HashSet<>();
      randomLinks(random, LinkKind.SIMILAR, 12, 9).forEach(l -> against.add(Set.of(l.a(), l.b())));
      List<Integer> ids = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
      Set<Set<String>> first = guarded(ids, links, against);
      Collections.shuffle(ids, random);
      assertThat(guarded(ids, links, against)).as("seed %d", seed).isEqualTo(first);
      refused += guarded(ids, links, Set.of()).equals(first) ? 0 : 1;
    }
    assertThat(refused).as("sequences in which the guard refuses").isPositive();
  }

  @Test
  void a_record_that_could_as_well_be_the_twins_joins_neither() {
    IdentityResolver resolver = IdentityResolver.create(MatchRules.people());
    Member emma = walker(1, "Emma Walker", "1988-09-23");
    Member ella = walker(2, "Ella Walker", "1988-09-23");
    Member either = walker(3, "Walker", "1988-09-23");
    assertThat(similar(resolver, emma, either)).isEqualTo(Match.Grade.MATCH);
    List<Link> links = List.of(link(LinkKind.SIMILAR, 1, 3), link(LinkKind.SIMILAR, 2, 3));
    assertThat(
            resolver.partition(List.of(emma, ella, either), List.of(), links, Map.of()).root(id(3)))
        .isEqualTo(id(3));
    assertThat(resolver.partition(List.of(emma, either), List.of(), links, Map.of()).root(id(3)))
        .isEqualTo(id(1));
  }

  @Test
  void a_father_and_a_son_of_one_name_are_not_joined_by_who_leaves_out_the_birth_date() {
    IdentityResolver resolver = IdentityResolver.create(MatchRules.people());
    Member father = walker(1, "Thomas Walker", "1955-02-11");
    Member son = walker(2, "Thomas Walker", "1983-08-30");
    Member either = walker(3, "Thomas Walker", "");
    assertThat(similar(resolver, son, either)).isEqualTo(Match.Grade.MATCH);
    List<Link> links = List.of(link(LinkKind.SIMILAR, 1, 3), link(LinkKind.SIMILAR, 2, 3));
    Partition partition =
        resolver.partition(List.of(father, son, either), List.of(), links, Map.of());
    assertThat(partition.joins()).isEmpty();
  }

  @Test
  void a_birth_date_that_one_record_of_each_knows_counts_for_all_that_leave_it_out() {
    IdentityResolver resolver = IdentityResolver.create(MatchRules.people());
    Member father = walker(1, "Thomas Walker", "1955-02-11", "father");
    Member his = walker(2, "Thomas Walker", "", "father");
    Member son = walker(3, "Thomas Walker", "1983-08-30", "son");
    Member another = walker(4, "Thomas Walker", "", "son");
    List<Link> links =
        List.of(
            link(LinkKind.SIMILAR, 1, 4),
            link(LinkKind.SIMILAR, 2, 3),
            link(LinkKind.SIMILAR, 2, 4));
    List<Member> both = List.of(father, his, son, another);
    assertThat(resolver.partition(both, List.of(), links, Map.of()).roots().values())
        .containsExactly(id(1), id(1), id(3), id(3));
    List<Member> unknown = List.of(his, walker(3, "Thomas Walker", "", "son"), another);
    assertThat(
            resolver.partition(unknown, List.of(), links.subList(1, 3), Map.of()).roots().values())
        .containsOnly(id(2));
  }

  private static Match.Grade similar(IdentityResolver resolver, Member a, Member b) {
    return resolver.compare(resolver.prepare(a), resolver.prepare(b)).grade();
  }

  private static Member walker(int id, String name, String birth, String... users) {
    Map<String, String> fields =
        new HashMap<>(Map.of("street", "12 Walnut Street", "postcode", "4000", "city", "London"));
    fields.put(name.contains(" ") ? "name" : "surname", name);
    fields.put("birth_date", birth);
    List<Identifier> identifiers = Arrays.stream(users).map(Identifier::userId).toList();
    return Member.born(id(id), "r" + id, identifiers, fields, TIME);
  }

  /** Returns the records that are together, if that of a number is born under the id there. */
  private static Set<Set<String>> guarded(
      List<Integer> ids, List<Link> links, Set<Set<ProfileId>> against) {
    List<Member> members = new ArrayList<>();
    Map<ProfileId, ProfileId> moved = new HashMap<>();
    for (int i = 1; i <= ids.size(); i++) {
      moved.put(id(i), id(ids.get(i - 1)));
      members.add(Member.born(id(ids.get(i - 1)), "r" + i, List.of(), Map.of(), TIME));
    }
    Set<Set<ProfileId>> refused = new HashSet<>();
    against.forEach(pair -> refused.add(pair.stream().map(moved::get).collect(Collectors.toSet())));
    List<Link> turned = new ArrayList<>();
    links.forEach(link -> turned.add(moved(link, moved)));
    Partition partition =
        Partition.of(members, List.of(), turned, Map.of(), new Rules(true, refused));
    Map<ProfileId, Set<String>> groups = new HashMap<>();
    members.forEach(
        member ->
            groups
                .computeIfAbsent(partition.root(member.id()), root -> new TreeSet<>())
                .add(member.record()));
    return Set.copyOf(groups.values());
  }

  private static Link moved(Link link, Map<ProfileId, ProfileId> to) {
    ProfileId a = to.getOrDefault(link.a(), link.a());
    ProfileId b = to.getOrDefault(link.b(), link.b());
    boolean older = a.compareTo(b) < 0;
    return new Link(
        UUID.nameUUIDFromBytes((a + " " + b).getBytes(StandardCharsets.UTF_8)),
        older ? a : b,
        older ? b : a,
        link.kind(),
        link.evidence(),
        link.actor(),
        "",
        TIME,
        true,
        0);
  }

  private static Set<ProfileId> pair(int a, int b) {
    return Set.of(id(a), id(b));
  }

  /** A plain flood fill, written apart from the code under test. */
  private static Map<ProfileId, ProfileId> components(List<Member> members, List<Link> links) {
    Map<ProfileId, ProfileId> roots = new HashMap<>();
    List<Member> sorted = new ArrayList<>(members);
    sorted.sort((a, b) -> a.id().compareTo(b.id()));
    sorted.forEach(member -> flood(member, member.id(), sorted, links, roots));
    return roots;
  }

  private static void flood(
      Member at,
      ProfileId root,
      List<Member> all,
      List<Link> links,
      Map<ProfileId, ProfileId> roots) {
    if (roots.putIfAbsent(at.id(), root) != null) {
      return;
    }
    for (Member other : all) {
      boolean linked =
          links.stream()
              .anyMatch(
                  l -> Set.of(l.a(), l.b()).equals(new TreeSet<>(List.of(at.id(), other.id()))));
      if (linked || !Collections.disjoint(at.identifiers(), other.identifiers())) {
        flood(other, root, all, links, roots);
      }
    }
  }

  private static List<Member> randomMembers(Random random, int count) {
    List<Member> members = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      List<String> keys = new ArrayList<>();
      for (int j = random.nextInt(3); j >= 0; j--) {
        keys.add(
            List.of("cookie", "user", "mail").get(random.nextInt(3)) + "=" + random.nextInt(8));
      }
      members.add(member(i, "", keys.toArray(String[]::new)));
    }
    return members;
  }

  private static List<Link> randomLinks(Random random, LinkKind kind, int count, int members) {
    List<Link> links = new ArrayList<>();
    while (links.size() < count) {
      int a = 1 + random.nextInt(members);
      int b = 1 + random.nextInt(members);
      if (a < b) {
        links.add(link(kind, a, b));
      }
    }
    return links;
  }

  private static Partition partition(Member... members) {
    return partition(Arrays.asList(members));
  }

  private static Partition partition(Collection<Member> members) {
    return Partition.of(members, List.of(), List.of(), Map.of(), new Rules());
  }

  private static ProfileId id(int id) {
    return new ProfileId(new UUID(0, id));
  }

  private static Member member(int id, String name, String... keys) {
    List<Identifier> identifiers = new ArrayList<>();
    for (String key : keys) {
      int at = key.indexOf('=');
      identifiers.add(Identifier.of(key.substring(0, at), key.substring(at + 1)));
    }
    Map<String, String> fields = name.isEmpty() ? Map.of() : Map.of("name", name);
    List<Identifier> sorted = identifiers.stream().distinct().sorted().toList();
    return Member.born(id(id), "r" + id, sorted, fields, TIME);
  }

  private static Link link(LinkKind kind, int a, int b) {
    List<Evidence> evidence = List.of(new Evidence("name", "close", 12));
    UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) kind.ordinal(), (byte) a, (byte) b});
    return new Link(id, id(a), id(b), kind, evidence, "test", "", TIME, true, 0);
  }

  /** Keys but for the phone; two names contradict unless they are equal. */
  private static final class Rules implements PartitionRules {

    private final boolean strict;
    private final Set<Set<ProfileId>> against;

    Rules() {
      this(true, Set.of());
    }

    Rules(boolean strict, Set<Set<ProfileId>> against) {
      this.strict = strict;
      this.against = against;
    }

    @Override
    public MergeLimits limits() {
      return MergeLimits.none();
    }

    @Override
    public boolean isKey(String namespace) {
      return !isGuarded(namespace);
    }

    @Override
    public boolean isGuarded(String namespace) {
      return namespace.equals("phone");
    }

    @Override
    public int rank(String namespace) {
      return List.of("user", "mail", "phone", "cookie").indexOf(namespace);
    }

    @Override
    public Map<String, String> saying(Member member) {
      return member.fields();
    }

    @Override
    public boolean contradict(Member a, Member b) {
      return strict
          && !a.fields().isEmpty()
          && !b.fields().isEmpty()
          && !a.fields().equals(b.fields());
    }

    @Override
    public boolean agree(Member a, Member b) {
      return !a.fields().isEmpty() && a.fields().equals(b.fields());
    }

    @Override
    public boolean state(Member a, Member b) {
      return false;
    }

    @Override
    public PairWeights weights(List<Member> members) {
      return new Weights(members.stream().map(Member::id).toList(), against);
    }
  }

  /**
   * All agree but some pairs.
   *
   * @param ids of the members, by their numbers
   * @param against the pairs that are of two people
   */
  private record Weights(List<ProfileId> ids, Set<Set<ProfileId>> against) implements PairWeights {

    @Override
    public long vector(int a, int b) {
      Level level = against.contains(Set.of(ids.get(a), ids.get(b))) ? OTHERS : Level.NAME_EXACT;
      return ComparisonVector.bit(level);
    }

    @Override
    public double bits(int a, int b, long vector) {
      return vector == ComparisonVector.bit(OTHERS) ? -30 : 12;
    }

    @Override
    public Vetoes vetoes() {
      return Vetoes.of(false);
    }
  }
}
