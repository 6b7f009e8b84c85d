package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartitionTest {

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
    Partition partition = Partition.of(own, context, List.of(), new Rules());
    assertThat(partition.root(id(2))).isEqualTo(id(2));
  }

  @Test
  void a_guarded_key_of_very_many_records_joins_them_until_it_goes_with_too_many_names() {
    List<Member> many = new ArrayList<>();
    for (int i = 1; i <= 3 * Partition.GENERIC; i++) {
      many.add(member(i, i == 1 ? "Ada" : "", "phone=1"));
    }
    assertThat(partition(many).roots().values()).containsOnly(id(1));

    PartitionRules lenient = new Rules(false);
    List<Member> named = new ArrayList<>();
    for (int i = 1; i <= Partition.GENERIC + 1; i++) {
      named.add(member(i, "Ada " + i, "phone=1"));
    }
    List<Member> fewer = named.subList(1, named.size());
    assertThat(Partition.of(fewer, List.of(), List.of(), lenient).roots().values())
        .containsOnly(id(2));
    assertThat(new TreeSet<>(Partition.of(named, List.of(), List.of(), lenient).roots().values()))
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
    Partition partition = Partition.of(members, List.of(), links, new Rules());
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
    Partition partition = Partition.of(members, List.of(), apart, new Rules());
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
      assertThat(Partition.of(members, List.of(), links, new Rules()).roots())
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
      Partition partition = Partition.of(members, List.of(), links, new Rules());
      for (Link link : apart) {
        assertThat(partition.root(link.a()))
            .as("seed %d", seed)
            .isNotEqualTo(partition.root(link.b()));
      }
      Set<ProfileId> roots = new TreeSet<>(partition.roots().values());
      assertThat(partition.joins()).hasSize(members.size() - roots.size());
    }
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
    return Partition.of(members, List.of(), List.of(), new Rules());
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

    Rules() {
      this(true);
    }

    Rules(boolean strict) {
      this.strict = strict;
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
  }
}
