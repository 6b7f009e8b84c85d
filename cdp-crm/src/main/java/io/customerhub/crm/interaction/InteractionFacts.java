package io.customerhub.crm.interaction;

import io.customerhub.crm.record.FactFields;
import io.customerhub.crm.record.Records;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Schema;
import io.customerhub.spi.FactSource;
import io.customerhub.spi.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Interactions as segments see them, dated by when they began: {@code type} (call, email, meeting,
 * chat, note), {@code direction} (in, out, internal), {@code seconds} they lasted. Thread-safe.
 */
public final class InteractionFacts implements FactSource {

  private final Records<Interaction> records = new Records<>(InteractionRecords.INSTANCE);

  /** Creates the source. */
  public InteractionFacts() {}

  @Override
  public String kind() {
    return InteractionRecords.INSTANCE.name();
  }

  @Override
  public Map<String, Schema.Type> fields() {
    return Map.of(
        "type", Schema.Type.TEXT,
        "direction", Schema.Type.TEXT,
        "seconds", Schema.Type.NUMBER);
  }

  @Override
  public List<Fact> read(Transaction tx, Set<ProfileId> members) {
    return records.about(tx, members).stream().map(InteractionFacts::fact).toList();
  }

  private static Fact fact(Interaction interaction) {
    return FactFields.create()
        .put("type", interaction.channel())
        .put("direction", interaction.direction())
        .put("seconds", interaction.duration().map(lasted -> lasted.toSeconds()))
        .at(interaction.at());
  }
}
