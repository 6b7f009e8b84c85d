package io.customerhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import io.customerhub.event.Identifier;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaterfallTest {

  private final IdentityResolver resolver = IdentityResolver.create(MatchRules.people());

  @Test
  void the_bars_are_the_evidence_with_the_shares_it_is_made_of() {
    MatchRecord a = ada("countess7@example.org", "1815-12-10");
    MatchRecord b = ada("countess7@example.net", "1815-12-11");
    MatchDetail detail = resolver.explain(a, b);

    assertThat(detail.match()).isEqualTo(resolver.compare(a, b));
    assertThat(detail.waterfall().bits()).isCloseTo(detail.match().bits(), within(1e-9));
    assertThat(detail.waterfall().bars())
        .filteredOn(bar -> bar.comparison().equals("email"))
        .singleElement()
        .satisfies(
            bar -> {
              assertThat(bar.m()).isEqualTo(resolver.model().m(Level.EMAIL_USER));
              assertThat(bar.u()).isPositive();
            });
    assertThat(detail.keys()).contains("mailbox", "name", "birth year and part of the name");
    assertThat(detail.objection()).isEmpty();
  }

  @Test
  void an_objection_says_what_forbids_a_match() {
    MatchRecord mother = at("Ada", "12 Dorset Street");
    MatchRecord daughter = at("Bertha", "12 Dorset Street");

    assertThat(resolver.explain(mother, daughter).objection()).startsWith("household: one surname");
    assertThat(resolver.compare(mother, daughter).isHousehold()).isTrue();
    assertThat(resolver.explain(mother, at("Bertha", "3 Long Lane")).objection())
        .isEqualTo("nothing says who it is");
    assertThat(resolver.explain(mother, mother).objection()).isEmpty();
    assertThat(resolver.compare(mother, mother).isHousehold()).isFalse();
  }

  @Test
  void a_text_is_a_line_for_each_bar_and_one_for_the_sum() {
    Waterfall waterfall =
        new Waterfall(
            List.of(
                new Waterfall.Bar("prior", "two records at random", -16, 0, 0),
                new Waterfall.Bar("email", "exact", 13, 0.6, 0.000073),
                new Waterfall.Bar("email", "a rare value", 5.25, 0, 0)),
            2);

    assertThat(waterfall.text().lines())
        .containsExactly(
            "prior          two records at random                        -16.0",
            "email          exact                                        +13.0  m 0.60   u 7.3e-05",
            "email          a rare value                                  +5.3",
            "sum                                                          +2.3"
                + "  a match takes 2.0 (p 0.8263)");
  }

  @Test
  void no_line_is_too_long_and_every_drawing_is_well_formed() {
    for (int seed = 1; seed <= 200; seed++) {
      Waterfall waterfall = random(new Random(seed));
      assertThat(waterfall.text().lines())
          .as("seed %d", seed)
          .allMatch(line -> line.length() <= Waterfall.COLUMNS);
      String svg = waterfall.svg("<b>'\"&\u0000\uFFFF\uD800" + seed);
      assertThatCode(() -> parsed(svg)).as("seed %d: %s", seed, svg).doesNotThrowAnyException();
    }
  }

  @Test
  void a_drawing_tells_readers_of_a_screen_what_it_shows() throws Exception {
    Waterfall waterfall = new Waterfall(List.of(new Waterfall.Bar("a<b", "x&y", 1, 0, 0)), 2);
    Document drawing = parsed(waterfall.svg("one & two"));

    assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("one & two");
    assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("Weights in bits: a<b: x&y +1.0; sum +1.0, a match takes 2.0.");
    assertThat(drawing.getDocumentElement().getAttribute("role")).isEqualTo("img");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Waterfall random(Random dice) {
    List<Waterfall.Bar> bars = new ArrayList<>();
    for (int i = dice.nextInt(12); i > 0; i--) {
      double bits = dice.nextGaussian() * 40;
      bars.add(
          new Waterfall.Bar(
              RandomText.of(dice, 30), RandomText.of(dice, 80), bits, dice.nextDouble(), 1e-6));
    }
    return new Waterfall(bars, dice.nextGaussian() * 10);
  }

  private static MatchRecord ada(String email, String birthDate) {
    return MatchRecord.of(
        Map.of("given_name", "Ada", "surname", "Lovelace", "birth_date", birthDate),
        List.of(Identifier.email(email)));
  }

  private static MatchRecord at(String given, String street) {
    return MatchRecord.of(
        Map.of("given_name", given, "surname", "Lovelace", "street", street), List.of());
  }
}
