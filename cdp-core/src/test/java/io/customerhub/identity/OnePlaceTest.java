package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who shares a place, a number or a name with others and is somebody else all the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnePlaceTest {

  private static final IdentityResolver PEOPLE = IdentityResolver.create(MatchRules.people());
  private static final IdentityResolver COMPANIES =
      IdentityResolver.create(MatchRules.organisations());

  @Test
  void colleagues_of_one_given_name_share_the_number_and_address_of_their_employer() {
    MatchRecord one = colleague("Angela", "Hernandez", "");

    assertThat(reason(one, colleague("Angela", "Stokes", "")))
        .isEqualTo("one employer, other surnames");
    assertThat(reason(one, colleague("Angela", "Hernandes", ""))).isEmpty();
    assertThat(
            reason(
                colleague("Angela", "Hernandez", "a@x.org"),
                colleague("Angela", "Stokes", "a@x.org")))
        .isEmpty();
  }

  @Test
  void branches_far_from_each_other_can_have_the_number_of_their_head_office() {
    MatchRecord one = branch("2465 Shepard Dale", "10452", "Port Jennifer", "MD", "15219331016");

    assertThat(reason(one, branch("7 James Springs", "90017", "Loriberg", "LA", "15219331016")))
        .isEqualTo("one name, two places");
    assertThat(reason(one, branch("", "90017", "Loriberg", "LA", "15219331016")))
        .isEqualTo("one name, two places");
    assertThat(reason(one, branch("2465 Shepard Dale", "10452", "P Jennifer", "MD", ""))).isEmpty();
  }

  @Test
  void a_company_moves_within_its_city_if_it_keeps_its_number() {
    MatchRecord one = branch("714 Norman Island", "38720", "Norwich", "NH", "15219331016");

    assertThat(reason(one, branch("24 Rose Valley", "57156", "Norwich", "NH", "15158519608")))
        .isEqualTo("one name, two places");
    assertThat(reason(one, branch("24 Rose Valley", "57156", "Norwich", "NH", "15219331016")))
        .isEmpty();
  }

  private static MatchRecord colleague(String given, String surname, String email) {
    return MatchRecord.of(
        Map.of(
            "given_name", given,
            "surname", surname,
            "organisation", "Estrada-Miller",
            "street", "1802 Mann Rapids",
            "postcode", "58874",
            "phone", "13076180192",
            "email", email),
        List.of());
  }

  private static MatchRecord branch(
      String street, String postcode, String city, String state, String phone) {
    return MatchRecord.ofOrganisation(
        Map.of(
            "organisation", "French Burgers",
            "street", street,
            "postcode", postcode,
            "city", city,
            "state", state,
            "phone", phone),
        List.of());
  }

  private static String reason(MatchRecord a, MatchRecord b) {
    boolean companies = a.name().isEmpty();
    return Vetoes.of(true).reason((companies ? COMPANIES : PEOPLE).vector(a, b).bits());
  }
}
