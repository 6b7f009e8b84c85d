package io.customerhub.engine;

import io.customerhub.consent.Consent;
import io.customerhub.identity.Link;
import io.customerhub.profile.ProfileId;
import io.customerhub.segment.Evaluation;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.JournalEntry;
import io.customerhub.spi.Membership;
import io.customerhub.spi.MembershipChange;
import io.customerhub.spi.SetAside;
import io.customerhub.spi.StoredRecord;
import io.customerhub.spi.StoredSummary;
import io.customerhub.value.RfmScore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a person at an instant, but for the events.
 *
 * @param at when it was read
 * @param explanation the profile and its members with what joined them
 * @param memberships the segments the person is in, and why
 * @param segmentHistory when its members entered and left segments
 * @param links edges of its members
 * @param journal merges and splits that name its ids
 * @param rfm the person's RFM scores; null if there are none
 * @param consents grants and withdrawals, oldest first
 * @param records every version of each record about the person
 * @param audit what people did about the person
 * @param setAside input that names an identifier of the person
 * @param summaries of the events that are not kept one by one any more
 */
record PersonFacts(
    Instant at,
    Explanation explanation,
    Map<Membership, Evaluation> memberships,
    List<MembershipChange> segmentHistory,
    List<Link> links,
    List<JournalEntry> journal,
    @Nullable RfmScore rfm,
    List<Consent> consents,
    List<List<StoredRecord>> records,
    List<AuditEntry> audit,
    List<SetAside> setAside,
    List<StoredSummary> summaries) {

  ProfileId profile() {
    return explanation.profile().id();
  }
}
