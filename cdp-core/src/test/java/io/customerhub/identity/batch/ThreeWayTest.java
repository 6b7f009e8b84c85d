package io.customerhub.identity.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.MatchRules;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Records about known patients, each judged alone, against what the set's authors expect. To them a
 * social security number that is one digit off is of somebody else whatever agrees beside it; febrl
 * says it is a typing error. By default the two are joined; a host that trusts its numbers says so
 * with a limit, and they wait for a person.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreeWayTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void whoever_trusts_a_number_joins_nobody_whose_numbers_differ() throws IOException {
    assumeTrue(LabelledRecords.present(), "the shared data folder is not here");
    Map<String, Integer> byDefault = verdicts(MatchRules.people());
    Map<String, Integer> trusting = verdicts(MatchRules.people().atMost(1, "ssn"));

    assertThat(byDefault).containsEntry("match: MATCH", 53);
    assertThat(byDefault).doesNotContainKeys("possible_match: NO", "no_match: MATCH other");
    // One that matches gives the last four digits of its number only.
    assertThat(trusting).containsEntry("match: MATCH", 52);
    assertThat(trusting.getOrDefault("no_match: MATCH", 0)).isLessThanOrEqualTo(1);
  }

  private static Map<String, Integer> verdicts(MatchRules rules) throws IOException {
    IdentityResolver resolver = IdentityResolver.create(rules);
    List<LabelledRecords.Row> known = LabelledRecords.patients("nbs_seed");
    List<Member> members = known.stream().map(ThreeWayTest::member).toList();
    List<MatchRecord> records = members.stream().map(resolver::prepare).toList();
    Map<String, Integer> verdicts = new TreeMap<>();
    for (LabelledRecords.Row row : LabelledRecords.patients("nbs_test")) {
      String[] expected = row.person().split("/", -1);
      Member member = member(row);
      MatchRecord record = resolver.prepare(member);
      Grade best = Grade.NO;
      boolean right = false;
      for (int i = 0; i < records.size(); i++) {
        Grade grade = resolver.compare(record, records.get(i)).grade();
        if (grade == Grade.MATCH && !resolver.isWithinLimits(List.of(member, members.get(i)))) {
          grade = Grade.POSSIBLE;
        }
        boolean same = known.get(i).person().endsWith("/" + expected[1]);
        right = grade.compareTo(best) < 0 ? same : right || (grade == best && same);
        best = grade.compareTo(best) < 0 ? grade : best;
      }
      String other = right || best == Grade.NO ? "" : " other";
      verdicts.merge(
          String.format(Locale.ROOT, "%s: %s%s", expected[0], best, other), 1, Integer::sum);
    }
    return verdicts;
  }

  private static Member member(LabelledRecords.Row row) {
    ProfileId id = new ProfileId(UUID.nameUUIDFromBytes(row.id().getBytes(UTF_8)));
    return Member.born(id, row.id(), row.identifiers(), row.fields(), NOW);
  }
}
