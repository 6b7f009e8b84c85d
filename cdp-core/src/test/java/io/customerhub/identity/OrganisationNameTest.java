package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrganisationNameTest {

  private final OrganisationComparison comparison =
      new OrganisationComparison(WordWeights.known(TermFrequencies.none()));

  @ParameterizedTest
  @CsvSource({
    "Müller Maschinenbau GmbH, muller maschinenbau, gmbh",
    "Müller Maschinenbau G.m.b.H., muller maschinenbau, gmbh",
    "Siemens Aktiengesellschaft, siemens, ag",
    "'Hoang Long Trading Co., Ltd.', hoang long trading, ltd",
    "'Apex L.L.C.', apex, llc",
    "Telefónica S.A., telefonica, sa",
    "Cementos del Sur S.A. de C.V., cementos sur, sa",
    "Ferrari S.p.A., ferrari, spa",
    "Rossi S.r.l., rossi, srl",
    "Janssen B.V., janssen, bv",
    "Nokia Oyj, nokia, oyj",
    "Kone Oy, kone, oy",
    "Volvo AB, volvo, ab",
    "Novo Nordisk A/S, novo nordisk, as",
    "Kowalski Sp. z o.o., kowalski, spzoo",
    "株式会社日立, rili, kk",
    "BHP Pty Ltd, bhp, ltd",
    "Petronas Sdn Bhd, petronas, bhd",
    "ООО «Ромашка», romashka, ooo",
    "Công ty TNHH Hoàng Long, hoang long, tnhh",
    "Công ty Trách nhiệm hữu hạn Hoàng Long, hoang long, tnhh",
    "Công ty Cổ phần Vinamilk, vinamilk, jsc",
    "The Boeing Company, boeing, ''",
    "J. & J. Snacks, jj snacks, ''",
    "Acme Intl Mfg, acme international manufacturing, ''",
    "Ltd, ltd, ''",
    "The The, the the, ''"
  })
  void is_read_without_its_legal_form(String name, String words, String form) {
    OrganisationName read = OrganisationName.of(name, "");
    assertThat(String.join(" ", read.texts())).isEqualTo(words);
    assertThat(String.join(" ", read.forms())).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "Müller & Sohn GmbH, Mueller und Sohn, ORGANISATION_CLOSE",
    "'Smith & Jones, Inc.', Smith and Jones Incorporated, ORGANISATION_EXACT",
    "Facebook, Face Book Ltd, ORGANISATION_EXACT",
    "The Boeing Co, Boeing Company, ORGANISATION_EXACT",
    "Smith Bros., Smith Brothers, ORGANISATION_EXACT",
    "Acme Int'l, Acme International, ORGANISATION_EXACT",
    "ООО Газпром, Gazprom OOO, ORGANISATION_EXACT",
    "Smith Holdings Ltd t/a Blue Door Books, Blue Door Books, ORGANISATION_EXACT",
    "Smith Holdings Ltd trading as Blue Door Books, Smith Holding, ORGANISATION_EXACT",
    "McDonalds, Mc Donald, ORGANISATION_CLOSE",
    "Zephyr Services, Zephyr, ORGANISATION_CLOSE",
    "Zephyr Aviation, Zephyr, ORGANISATION_CLOSE",
    "Kerner Brauerei Wirtshaus, Kerner, ORGANISATION_LOOSE",
    "International Business Machines Corp., IBM, ORGANISATION_LOOSE",
    "Acme Holding GmbH, Acme Logistics GmbH, ORGANISATION_OTHER",
    "Acme Holding, Acme Housing, ORGANISATION_OTHER",
    "Kerner Services, Zephyr Services, ORGANISATION_DIFFERENT",
    "Kerner, Zephyr, ORGANISATION_DIFFERENT"
  })
  void comes_out_at_the_level_that_its_rare_words_deserve(String one, String other, Level level) {
    OrganisationName a = OrganisationName.of(one, "");
    OrganisationName b = OrganisationName.of(other, "");
    assertThat(comparison.level(a, b, false)).isEqualTo(level);
    assertThat(comparison.level(b, a, false)).isEqualTo(level);
  }

  @Test
  void does_not_repeat_its_city_unless_nothing_else_is_telling() {
    assertThat(OrganisationName.of("Spago (Las Vegas)", "Las Vegas").texts())
        .containsExactly("spago");
    assertThat(OrganisationName.of("Boston Consulting Group", "Boston").texts())
        .containsExactly("boston", "consulting", "group");
  }

  @Test
  void has_words_that_count_for_less_the_more_organisations_have_them() {
    OrganisationName[] names = new OrganisationName[400];
    for (int i = 0; i < names.length; i++) {
      names[i] = OrganisationName.of("Firm" + i + (i % 2 == 0 ? " Tavern" : ""), "");
    }
    WordCounts counted = WordCounts.of(names);
    TermFrequenciesBuilder builder = TermFrequencies.builder("salt");
    counted.addTo(builder);
    WordWeights known = WordWeights.known(builder.build());

    assertThat(counted.of("tavern")).isLessThan(0.2);
    assertThat(counted.of("firm7")).isEqualTo(1);
    assertThat(known.of("tavern")).isEqualTo(counted.of("tavern"));
    assertThat(known.of("firm7")).isEqualTo(1);
    assertThat(known.of("services")).isEqualTo(counted.of("services")).isEqualTo(0.3);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.acme.co.uk/contact?x=1, acme.co.uk",
    "www.Acme.com, acme.com",
    "acme.com:8080, acme.com",
    "info@mail.acme.de, acme.de",
    "http://user@shop.acme.com.vn/, acme.com.vn",
    "https://bücher.de, xn--bcher-kva.de",
    "ada@gmail.com, ''",
    "ada@yahoo.co.uk, ''",
    "https://facebook.com/acme, ''",
    "co.uk, ''",
    "not an address, ''",
    "http://10.0.0.1/, ''",
    "..., ''"
  })
  void has_a_domain_of_its_own(String address, String domain) {
    assertThat(WebDomain.of(address)).isEqualTo(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "DE 123.456.789, 123456789, false",
    "DE123456789, DE123456798, false",
    "DE123456789, DE987654321, true",
    "00012345, HRB 12345, true",
    "00012345, 12345, false",
    "000000000, DE987654321, false",
    "n/a, DE987654321, false"
  })
  void has_numbers_that_differ_only_if_both_are_numbers(String one, String other, boolean differ) {
    assertThat(Registrations.differ(numbers(one), numbers(other))).isEqualTo(differ);
    assertThat(Registrations.differ(numbers(other), numbers(one))).isEqualTo(differ);
  }

  private static Map<String, List<String>> numbers(String vat) {
    return MatchRecord.ofOrganisation(Map.of("name", "Acme", "vat_id", vat), List.of()).ids();
  }
}
