package io.customerhub.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.io.CharStreams;
import io.customerhub.consent.Consent;
import io.customerhub.event.Event;
import io.customerhub.event.Identifier;
import io.customerhub.identity.Evidence;
import io.customerhub.identity.Join;
import io.customerhub.identity.Link;
import io.customerhub.profile.Activity;
import io.customerhub.profile.Claim;
import io.customerhub.profile.ComputedTrait;
import io.customerhub.profile.Member;
import io.customerhub.profile.Trait;
import io.customerhub.segment.Evaluation;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.Membership;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.StoredEvent;
import io.customerhub.spi.StoredForm;
import io.customerhub.spi.StoredRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes all that is known of a person as one JSON object; see {@link ExportCommand#to}. */
final class PersonJson implements AutoCloseable {

  static final String FORMAT = "customerhub-person/1";
  private final JsonGenerator out;

  PersonJson(Appendable target) throws IOException {
    out = new JsonFactory().createGenerator(CharStreams.asWriter(target));
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    out.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  /** Writes one item of a list. */
  private interface Item<T> {
    void write(T item) throws IOException;
  }

  /** Writes all but the events, for which it leaves a list open. */
  void begin(PersonFacts facts) throws IOException {
    out.writeStartObject();
    text("format", FORMAT);
    text("profile", facts.profile());
    text("exportedAt", facts.at());
    list("members", facts.explanation().records(), this::member);
    list("identifiers", facts.explanation().profile().identifiers(), this::identifier);
    traits(facts.explanation().profile().traits());
    list("computedTraits", facts.explanation().profile().computed().values(), this::computed);
    textOrNothing("rfm", facts.rfm());
    activity(facts.explanation().profile().activity());
    list("segments", facts.memberships().entrySet(), this::membership);
    value("segmentHistory", facts.segmentHistory().stream().map(SummaryTree::of).toList());
    list("links", facts.links(), this::link);
    list("journal", facts.journal(), this::journal);
    list("consents", facts.consents(), this::consent);
    list("records", facts.records(), this::record);
    list("audit", facts.audit(), this::audit);
    list("setAside", facts.setAside(), this::setAside);
    value("eventSummaries", facts.summaries().stream().map(SummaryTree::of).toList());
    out.writeArrayFieldStart("events");
  }

  void event(StoredEvent stored) throws IOException {
    Event event = stored.event();
    out.writeStartObject();
    text("member", stored.about().orElseThrow());
    text("receivedAt", stored.receivedAt());
    texts("setAside", stored.setAside());
    out.writeFieldName("event");
    // An event comes as it is kept: the stored form is JSON of its own.
    out.writeRawValue(StoredForm.event(event));
    out.writeEndObject();
  }

  void end() throws IOException {
    out.writeEndArray();
    out.writeEndObject();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void member(Explanation.Part part) throws IOException {
    Member member = part.member();
    out.writeStartObject();
    text("id", member.id());
    text("bornAt", member.bornAt());
    list("identifiers", member.identifiers(), this::identifier);
    texts("fields", member.fields());
    list("claims", member.claims(), this::claim);
    Join join = part.join();
    if (join != null) {
      text("joined", join.with());
      text("joinedBy", join.actor());
      list("evidence", join.evidence(), this::evidence);
    }
    out.writeEndObject();
  }

  private void claim(Claim claim) throws IOException {
    out.writeStartObject();
    text("trait", claim.trait());
    value("value", claim.value());
    said(claim);
    out.writeEndObject();
  }

  private void said(Claim claim) throws IOException {
    text("source", claim.source());
    text("time", claim.time());
    text("messageId", claim.messageId());
  }

  private void identifier(Identifier identifier) throws IOException {
    out.writeStartObject();
    text("namespace", identifier.namespace());
    text("value", identifier.value());
    out.writeEndObject();
  }

  private void evidence(Evidence evidence) throws IOException {
    out.writeStartObject();
    text("comparison", evidence.comparison());
    text("level", evidence.level());
    out.writeNumberField("bits", evidence.bits());
    out.writeEndObject();
  }

  private void traits(Map<String, Trait> traits) throws IOException {
    out.writeObjectFieldStart("traits");
    for (Map.Entry<String, Trait> entry : traits.entrySet()) {
      Trait trait = entry.getValue();
      out.writeObjectFieldStart(entry.getKey());
      value("value", trait.value());
      said(trait.claim());
      text("member", trait.member());
      text("rule", trait.rule());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void computed(ComputedTrait trait) throws IOException {
    out.writeStartObject();
    text("name", trait.name());
    if (trait.value() != null) {
      value("value", trait.value());
    }
    text("definition", trait.definition());
    text("asOf", trait.asOf());
    textOrNothing("nextChange", trait.nextChange());
    out.writeEndObject();
  }

  private void activity(Activity activity) throws IOException {
    out.writeObjectFieldStart("activity");
    out.writeNumberField("events", activity.events());
    textOrNothing("first", activity.first());
    textOrNothing("last", activity.last());
    out.writeEndObject();
  }

  private void membership(Map.Entry<Membership, Evaluation> row) throws IOException {
    out.writeStartObject();
    text("segment", row.getKey().segment());
    text("since", row.getKey().since());
    text("reason", row.getValue().reason());
    out.writeEndObject();
  }

  private void link(Link link) throws IOException {
    out.writeStartObject();
    text("kind", link.kind());
    text("a", link.a());
    text("b", link.b());
    list("evidence", link.evidence(), this::evidence);
    decided(link.actor(), link.reason(), link.at());
    out.writeBooleanField("active", link.active());
    out.writeEndObject();
  }

  private void journal(JournalEntry entry) throws IOException {
    out.writeStartObject();
    text("id", entry.id());
    text("kind", entry.kind());
    text("winner", entry.winner());
    text("loser", entry.loser());
    list("evidence", entry.evidence(), this::evidence);
    decided(entry.actor(), entry.reason(), entry.at());
    out.writeEndObject();
  }

  private void consent(Consent consent) throws IOException {
    out.writeStartObject();
    text("purpose", consent.purpose());
    text("channel", consent.channel());
    out.writeBooleanField("granted", consent.granted());
    text("lawfulBasis", consent.basis().key());
    text("source", consent.source());
    text("messageId", consent.messageId());
    text("evidence", consent.evidence());
    text("member", consent.member());
    decided(consent.actor(), "", consent.at());
    out.writeEndObject();
  }

  private void record(Collection<StoredRecord> versions) throws IOException {
    StoredRecord last = versions.stream().reduce((a, b) -> b).orElseThrow();
    out.writeStartObject();
    text("kind", last.kind());
    text("id", last.id());
    list("subjects", last.subjects(), id -> out.writeString(id.toString()));
    list("versions", versions, this::version);
    out.writeEndObject();
  }

  private void version(StoredRecord version) throws IOException {
    out.writeStartObject();
    out.writeNumberField("version", version.version());
    text("at", version.at());
    text("change", version.change());
    text("changedAt", version.changedAt());
    text("actor", version.actor());
    texts("keys", version.keys());
    out.writeFieldName("body");
    out.writeRawValue(version.body());
    out.writeEndObject();
  }

  private void audit(AuditEntry entry) throws IOException {
    out.writeStartObject();
    text("id", entry.id());
    text("action", entry.action());
    decided(entry.actor(), entry.reason(), entry.at());
    out.writeEndObject();
  }

  private void setAside(SetAside entry) throws IOException {
    out.writeStartObject();
    text("at", entry.at());
    text("source", entry.source());
    text("location", entry.location());
    text("code", entry.code());
    text("field", entry.field());
    text("message", entry.message());
    text("raw", entry.raw());
    out.writeEndObject();
  }

  private void decided(String actor, String reason, Object at) throws IOException {
    text("actor", actor);
    text("reason", reason);
    text("at", at);
  }

  private <T> void list(String name, Collection<T> items, Item<? super T> writer)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (T item : items) {
      writer.write(item);
    }
    out.writeEndArray();
  }

  private void texts(String name, Map<String, String> texts) throws IOException {
    value(name, new TreeMap<>(texts));
  }

  private void text(String name, Object value) throws IOException {
    out.writeStringField(name, value.toString());
  }

  private void textOrNothing(String name, @Nullable Object value) throws IOException {
    if (value != null) {
      text(name, value);
    }
  }

  private void value(String name, Object value) throws IOException {
    out.writeFieldName(name);
    JsonValues.write(out, value);
  }
}
