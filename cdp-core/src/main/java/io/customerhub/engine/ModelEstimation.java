package io.customerhub.engine;

import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.batch.BatchResolver;
import io.customerhub.identity.batch.BatchResult;
import io.customerhub.identity.batch.RecordSet;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Learns a model from the members of a store. Reads a page at a time and keeps at most {@value
 * #RECORDS} records: whole profiles, chosen by their ids, so that the same store gives the same
 * model and what is known to be of one person stays in.
 */
final class ModelEstimation {

  static final int RECORDS = 50_000;

  private static final int PAGE = 500;

  private final Units units;
  private final MatchRules rules;
  private final RecordSet records;

  ModelEstimation(Units units, MatchRules rules) {
    this.units = units;
    // What the host's own rules join is no model's business.
    this.rules = rules.areOfOrganisations() ? MatchRules.organisations() : MatchRules.people();
    this.records = RecordSet.create(this.rules);
  }

  ModelEstimate run() {
    long members = units.run(unit -> unit.tx().catalog().countMembers());
    long share = Math.max(1, (members + RECORDS - 1) / RECORDS);
    ProfileId last = null;
    do {
      last = page(last, share);
    } while (last != null && records.size() < RECORDS);
    BatchResult result = BatchResolver.create(rules).resolve(records);
    return new ModelEstimate(model(result), records.size(), members, result.diagnostics());
  }

  private @Nullable ProfileId page(@Nullable ProfileId after, long share) {
    return units.run(
        unit -> {
          List<ProfileId> roots = unit.tx().catalog().roots(after, PAGE);
          Set<ProfileId> chosen = new TreeSet<>(roots);
          chosen.removeIf(root -> Math.floorMod(mixed(root), share) != 0);
          unit.tx().profiles().clusters(chosen).forEach(this::add);
          return roots.size() < PAGE ? null : roots.get(roots.size() - 1);
        });
  }

  private void add(Member member) {
    boolean says = !member.fields().isEmpty() || !member.identifiers().isEmpty();
    if (says && records.size() < RECORDS) {
      records.add(member.id().toString(), member.fields(), member.identifiers());
    }
  }

  /** Ids begin with a time; chosen by their end, profiles of all times are in. */
  private static long mixed(ProfileId id) {
    long hash = id.value().getLeastSignificantBits() * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 32);
  }

  private MatchModel model(BatchResult result) {
    MatchModel model = result.model();
    if (model.isEstimated()) {
      return model;
    }
    String why =
        String.format(
            Locale.ROOT,
            "defaults: %d records hold too few likely matches to learn from",
            records.size());
    return MatchModel.defaults().withOrigin(why, false);
  }
}
