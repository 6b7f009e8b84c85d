package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.lookalike.Feature;
import io.customerhub.lookalike.FeatureCounts;
import io.customerhub.lookalike.LookalikeModel;
import io.customerhub.lookalike.WeighedFeature;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is like the members of a segment: one look at everybody to learn what sets members
 * apart, another one to find it on others. Writes nothing.
 */
final class Lookalikes {

  private static final int PAGE = 100;

  private static final Set<String> DEVICES = Set.of(Identifier.ANONYMOUS_ID, Identifier.DEVICE_ID);

  private final Units units;
  private final SegmentRuns runs;
  private final LookalikeQuery query;
  private final FeatureCounts counts = new FeatureCounts();
  private final PriorityQueue<Lookalike> best =
      new PriorityQueue<>(Lookalike.BEST_FIRST.reversed());
  private long people;
  private long looked;

  Lookalikes(Units units, SegmentRuns runs, LookalikeQuery query) {
    this.units = units;
    this.runs = runs;
    this.query = query;
  }

  LookalikeReport find() {
    FeatureReader reader = units.run(this::begin);
    boolean wanted = look(reader, one -> counts.add(one.features(), one.isInside()));
    LookalikeModel model = counts.model(query.atLeast());
    boolean complete = wanted && (isOneSided(model) || look(reader, one -> offer(one, model)));
    return new LookalikeReport(
        query.segment(), model, best.stream().sorted(Lookalike.BEST_FIRST).toList(), complete);
  }

  /** Without members or without others there is nobody to look for. */
  private static boolean isOneSided(LookalikeModel model) {
    return model.members() == 0 || model.others() == 0;
  }

  private FeatureReader begin(Unit unit) {
    List<CompiledSegment> known = runs.segments(unit);
    Set<String> defining = defining(SegmentNames.required(query.segment(), known), known);
    people = 2 * unit.tx().catalog().countRoots();
    return new FeatureReader(
        trait -> !defining.contains(trait) && query.isWanted(trait), unit.now());
  }

  /** What makes somebody a member cannot be found on others: it would only speak against them. */
  private static Set<String> defining(CompiledSegment segment, List<CompiledSegment> known) {
    Set<String> traits = new TreeSet<>(segment.dependencies().traits());
    for (String named : segment.dependencies().segments()) {
      known.stream()
          .filter(other -> other.name().equals(named))
          .forEach(other -> traits.addAll(defining(other, known)));
    }
    return traits;
  }

  /** Looks at everybody; returns false if it was stopped on the way. */
  private boolean look(FeatureReader reader, Consumer<Person> consumer) {
    boolean wanted = true;
    Page page = new Page(new TreeSet<>(), List.of());
    do {
      ProfileId after = page.last();
      page = units.run(unit -> page(unit, reader, after));
      page.found().forEach(consumer);
      looked += page.roots().size();
      wanted = query.progress().isWanted(looked, people);
    } while (wanted && page.roots().size() == PAGE);
    return page.roots().size() < PAGE;
  }

  private Page page(Unit unit, FeatureReader reader, @Nullable ProfileId after) {
    SortedSet<ProfileId> roots = new TreeSet<>(unit.tx().catalog().roots(after, PAGE));
    Set<ProfileId> inside = inside(unit, roots);
    List<Person> found = new ArrayList<>();
    Clustered.byRoot(unit.tx().profiles().clusters(roots))
        .forEach(
            (root, cluster) -> found.add(person(unit, reader, cluster, inside.contains(root))));
    return new Page(roots, found);
  }

  private Person person(Unit unit, FeatureReader reader, List<Member> cluster, boolean inside) {
    Profile profile = runs.view(unit, cluster);
    return new Person(profile.id(), inside, isAnonymous(profile), reader.read(unit, profile));
  }

  private Set<ProfileId> inside(Unit unit, Set<ProfileId> roots) {
    return unit.tx().memberships().of(roots).stream()
        .filter(row -> row.inside() && row.segment().equals(query.segment()))
        .map(Membership::profile)
        .collect(Collectors.toSet());
  }

  private static boolean isAnonymous(Profile profile) {
    return profile.identifiers().stream().allMatch(key -> DEVICES.contains(key.namespace()));
  }

  private void offer(Person one, LookalikeModel model) {
    double score = one.isInside() ? 0 : model.score(one.features());
    if (score > 0) {
      best.add(one.scored(score, model.weigh(one.features())));
    }
    if (best.size() > query.most()) {
      best.poll();
    }
  }

  /** People that were looked at in one transaction. */
  private record Page(SortedSet<ProfileId> roots, List<Person> found) {

    @Nullable ProfileId last() {
      return roots.isEmpty() ? null : roots.last();
    }
  }

  /** What a page tells of a person. */
  private record Person(
      ProfileId profile, boolean isInside, boolean isAnonymous, Set<Feature> features) {

    Lookalike scored(double score, List<WeighedFeature> weighed) {
      List<WeighedFeature> speaking =
          weighed.stream().filter(one -> one.bits() > 0).limit(Lookalike.MOST_FEATURES).toList();
      return new Lookalike(profile, isAnonymous, score, speaking);
    }
  }
}
