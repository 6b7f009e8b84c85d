package io.customerhub.crm.contact;

import io.customerhub.crm.record.FactFields;
import io.customerhub.crm.record.Records;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Fact;
import io.customerhub.segment.Schema;
import io.customerhub.spi.FactSource;
import io.customerhub.spi.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Contacts as segments see them, one for each person that the CRM wrote anything about, dated by
 * when that was first: {@code owner}, {@code lifecycle} (lead, customer and so on), {@code tags} as
 * a list, and {@code do_not_contact} as a list of channels. Thread-safe.
 */
public final class ContactFacts implements FactSource {

  private final Records<Facet> records = new Records<>(FacetRecords.INSTANCE);

  /** Creates the source. */
  public ContactFacts() {}

  @Override
  public String kind() {
    return FacetRecords.INSTANCE.name();
  }

  @Override
  public Map<String, Schema.Type> fields() {
    return Map.of(
        "owner", Schema.Type.TEXT,
        "lifecycle", Schema.Type.TEXT,
        "tags", Schema.Type.LIST,
        "do_not_contact", Schema.Type.LIST);
  }

  @Override
  public List<Fact> read(Transaction tx, Set<ProfileId> members) {
    List<Facet> facets = records.about(tx, members);
    return facets.isEmpty()
        ? List.of()
        : List.of(fact(Contact.of(new TreeSet<>(members).first(), facets)));
  }

  private static Fact fact(Contact contact) {
    Instant first =
        contact.facets().stream().map(Facet::createdAt).min(Instant::compareTo).orElseThrow();
    return FactFields.create()
        .put("owner", contact.owner().map(owner -> owner.value().id()))
        .put("lifecycle", contact.lifecycle().map(Shown::value))
        .put("tags", List.copyOf(contact.tags().keySet()))
        .put(
            "do_not_contact",
            contact.doNotContact().keySet().stream()
                .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                .toList())
        .at(first);
  }
}
