package io.customerhub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Event;
import io.customerhub.event.EventBuilder;
import io.customerhub.identity.MatchRules;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Companies as customers: what joins them as they come in, one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganisationsOnlineTest {

  private final TestEngine test = engine();

  private static TestEngine engine() {
    return new TestEngine(builder -> builder.matchRules(MatchRules.organisations()));
  }

  @Test
  void one_company_in_two_spellings_is_one_profile_and_says_why() {
    ProfileId a = test.ingest(company("Müller Bau GmbH", "DE811223344", "www.mueller-bau.de"));
    ProfileId b = test.ingest(company("Mueller Bau", "811 223 344", "https://mueller-bau.de/"));

    assertThat(b).isEqualTo(a);
    List<ProfileId> members = List.copyOf(test.profile(a).members());
    assertThat(test.engine.identities().why(members.get(0), members.get(1)).text())
        .contains("organisation", "domain", "id");
  }

  @Test
  void companies_of_one_group_share_phone_mailbox_and_domain_and_stay_apart() {
    ProfileId holding = test.ingest(group("Acme Holding AG"));
    ProfileId logistics = test.ingest(group("Acme Logistics GmbH"));

    assertThat(logistics).isNotEqualTo(holding);
    assertThat(test.engine.identities().whyNot(holding, logistics).text())
        .contains("one home, other names");
  }

  @Test
  void one_name_with_two_vat_numbers_is_two_companies() {
    ProfileId one =
        test.ingest(company("Schmidt Bau GmbH", "DE333333334", "").phone("+4930555100"));
    ProfileId two =
        test.ingest(company("Schmidt Bau GmbH", "DE987654320", "").phone("+4930555100"));

    assertThat(two).isNotEqualTo(one);
  }

  @Test
  void the_order_of_arrival_does_not_matter() {
    List<List<Integer>> sizes = new ArrayList<>();
    for (long seed = 1; seed <= 6; seed++) {
      List<EventBuilder> events =
          new ArrayList<>(
              List.of(
                  group("Acme Holding AG"),
                  group("Acme Logistics GmbH"),
                  group("ACME Logistik"),
                  company("Müller Bau GmbH", "DE811223344", "mueller-bau.de"),
                  company("Mueller Bau", "811223344", "mueller-bau.de"),
                  company("Schmidt Bau GmbH", "DE333333334", ""),
                  company("Schmidt Bau GmbH", "DE987654320", "")));
      Collections.shuffle(events, new Random(seed));
      TestEngine fresh = engine();
      events.forEach(fresh::ingest);
      sizes.add(
          events.stream()
              .map(event -> fresh.ingest(event))
              .distinct()
              .map(id -> fresh.profile(id).members().size())
              .sorted()
              .toList());
    }
    assertThat(sizes).containsOnly(sizes.get(0));
    assertThat(sizes.get(0)).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void a_contact_person_is_not_the_company() {
    ProfileId one = test.ingest(contact("Acme Holding AG"));
    ProfileId two = test.ingest(contact("Zephyr Aviation Ltd"));

    assertThat(two).isNotEqualTo(one);
  }

  private static EventBuilder contact(String company) {
    return Event.identify()
        .source("crm")
        .trait("company", company)
        .trait("first_name", "Ada")
        .trait("last_name", "Lovelace")
        .trait("birthday", "1985-12-10")
        .phone("+49405557000");
  }

  private static EventBuilder company(String name, String vat, String website) {
    return Event.identify()
        .source("crm")
        .trait("name", name)
        .trait("vat", vat)
        .trait("website", website);
  }

  private static EventBuilder group(String name) {
    return Event.identify()
        .source("crm")
        .trait("company", name)
        .trait("website", "acme-example.com")
        .trait("street", "Hafenstrasse 1")
        .trait("city", "Hamburg")
        .email("info@acme-example.com")
        .phone("+49405557000");
  }
}
