package io.customerhub.crm.contact;

import io.customerhub.crm.Channel;
import io.customerhub.crm.UserRef;
import io.customerhub.crm.record.Body;
import io.customerhub.crm.record.RecordKind;
import io.customerhub.profile.ProfileId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** How facets are kept: under the id of the profile that they are about. */
final class FacetRecords implements RecordKind<Facet> {

  static final FacetRecords INSTANCE = new FacetRecords();
  static final String OWNER = "owner";
  static final String LIFECYCLE = "lifecycle";

  private FacetRecords() {}

  @Override
  public String name() {
    return "contact";
  }

  @Override
  public UUID id(Facet facet) {
    return facet.profile().value();
  }

  @Override
  public long version(Facet facet) {
    return facet.version();
  }

  @Override
  public Set<ProfileId> subjects(Facet facet) {
    return Set.of(facet.profile());
  }

  @Override
  public Instant at(Facet facet) {
    return facet.createdAt();
  }

  @Override
  public Map<String, String> keys(Facet facet) {
    Map<String, String> keys = new TreeMap<>();
    facet.owner().ifPresent(owner -> keys.put(OWNER, owner.user().id()));
    facet.lifecycle().ifPresent(lifecycle -> keys.put(LIFECYCLE, lifecycle.name()));
    return keys;
  }

  @Override
  public Body write(Facet facet) {
    return Body.create()
        .put("owner", facet.owner(), FacetRecords::write)
        .put("lifecycle", facet.lifecycle())
        .put("doNotContact", facet.doNotContact().entrySet(), FacetRecords::write)
        .put("tags", facet.tags())
        .put("createdAt", facet.createdAt());
  }

  @Override
  public Facet read(UUID id, long version, Body body) {
    Map<Channel, String> refused = new EnumMap<>(Channel.class);
    body.objects(
            "doNotContact",
            entry -> Map.entry(entry.get("channel", Channel::valueOf), entry.text("reason")))
        .forEach(entry -> refused.put(entry.getKey(), entry.getValue()));
    return new Facet(
        new ProfileId(id),
        version,
        body.findObject("owner", FacetRecords::ownership),
        body.find("lifecycle", Lifecycle::valueOf),
        refused,
        new TreeSet<>(body.list("tags", tag -> tag)),
        body.get("createdAt", Instant::parse));
  }

  private static Body write(Ownership owner) {
    return Body.create().put("user", owner.user()).put("since", owner.since());
  }

  private static Ownership ownership(Body body) {
    return new Ownership(body.get("user", UserRef::of), body.get("since", Instant::parse));
  }

  private static Body write(Map.Entry<Channel, String> refused) {
    return Body.create().put("channel", refused.getKey()).put("reason", refused.getValue());
  }
}
