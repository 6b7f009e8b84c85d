package io.customerhub.crm.deal;

import io.customerhub.crm.DealId;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Money;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A deal while it is put together or changed. */
final class DealParts {

  final DealId id;
  long version;
  String name;
  @Nullable ProfileId subject;
  @Nullable PipelineRef pipeline;
  Optional<Money> amount = Optional.empty();
  Probability probability = new Probability.Inherited(0);
  Optional<LocalDate> expectedClose = Optional.empty();
  Optional<UserRef> owner = Optional.empty();
  List<StageEntry> entries = List.of();
  private final Map<ProfileId, Set<DealRole>> stakeholders = new TreeMap<>();

  DealParts(DealId id, String name) {
    this.id = id;
    this.name = name;
  }

  static DealParts of(Deal deal) {
    DealParts parts = new DealParts(deal.id(), deal.name());
    parts.version = deal.version();
    parts.subject = deal.subject();
    parts.pipeline = deal.pipeline();
    parts.amount = deal.amount();
    parts.probability = deal.probability();
    parts.expectedClose = deal.expectedClose();
    parts.owner = deal.owner();
    parts.entries = deal.entries();
    deal.stakeholders().forEach(s -> parts.roles(s.profile()).addAll(s.roles()));
    return parts;
  }

  /** The first one named is the subject; who is named again, or with a role, is a stakeholder. */
  void with(ProfileId profile, Set<DealRole> roles) {
    if (subject == null) {
      subject = profile;
    }
    if (!roles.isEmpty() || !profile.equals(subject)) {
      roles(profile).addAll(roles);
    }
  }

  Deal build() {
    if (subject == null || pipeline == null) {
      throw new InvalidRecordException("with", "has to name the profile that the deal is with");
    }
    List<Stakeholder> people = new ArrayList<>();
    stakeholders.forEach((profile, roles) -> people.add(new Stakeholder(profile, roles)));
    return new Deal(
        id,
        version,
        name,
        subject,
        people,
        pipeline,
        amount,
        probability,
        expectedClose,
        owner,
        entries);
  }

  private Set<DealRole> roles(ProfileId profile) {
    return stakeholders.computeIfAbsent(profile, none -> EnumSet.noneOf(DealRole.class));
  }
}
