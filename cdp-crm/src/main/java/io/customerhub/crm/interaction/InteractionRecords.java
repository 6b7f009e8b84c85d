package io.customerhub.crm.interaction;

import io.customerhub.crm.Channel;
import io.customerhub.crm.DealId;
import io.customerhub.crm.InteractionId;
import io.customerhub.crm.record.Body;
import io.customerhub.crm.record.RecordKind;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** How interactions are kept. */
final class InteractionRecords implements RecordKind<Interaction> {

  static final InteractionRecords INSTANCE = new InteractionRecords();
  static final String DEAL = "deal";

  private InteractionRecords() {}

  @Override
  public String name() {
    return "interaction";
  }

  @Override
  public UUID id(Interaction interaction) {
    return interaction.id().value();
  }

  /** Always 0: the log only grows. */
  @Override
  public long version(Interaction interaction) {
    return 0;
  }

  @Override
  public Set<ProfileId> subjects(Interaction interaction) {
    return interaction.participants();
  }

  @Override
  public Instant at(Interaction interaction) {
    return interaction.at();
  }

  @Override
  public Map<String, String> keys(Interaction interaction) {
    Map<String, String> keys = new TreeMap<>();
    interaction.deal().ifPresent(deal -> keys.put(DEAL, deal.toString()));
    return keys;
  }

  @Override
  public Body write(Interaction interaction) {
    return Body.create()
        .put("subject", interaction.subject())
        .put("participants", interaction.participants())
        .put("deal", interaction.deal())
        .put("channel", interaction.channel())
        .put("direction", interaction.direction())
        .put("at", interaction.at())
        .put("duration", interaction.duration())
        .put("summary", interaction.summary())
        .put("externalId", interaction.externalId());
  }

  @Override
  public Interaction read(UUID id, long version, Body body) {
    return new Interaction(
        new InteractionId(id),
        body.get("subject", ProfileId::of),
        new TreeSet<>(body.list("participants", ProfileId::of)),
        body.find("deal", DealId::of),
        body.get("channel", Channel::valueOf),
        body.get("direction", Direction::valueOf),
        body.get("at", Instant::parse),
        body.find("duration", Duration::parse),
        body.text("summary"),
        body.find("externalId", text -> text));
  }
}
