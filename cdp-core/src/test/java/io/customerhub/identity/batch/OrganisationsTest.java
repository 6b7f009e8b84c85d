package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.IdentityResolver;
import io.customerhub.identity.Match.Grade;
import io.customerhub.identity.MatchFields;
import io.customerhub.identity.MatchModel;
import io.customerhub.identity.MatchRecord;
import io.customerhub.identity.MatchRules;
import io.customerhub.identity.Normalized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A made-up catalogue of companies, with what makes them hard to tell apart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrganisationsTest {

  /** Whose it is; name; street; postcode; city; phone; web; VAT number. */
  private static final List<String> CATALOGUE =
      List.of(
          // Written in several ways.
          "mueller|Müller Maschinenbau GmbH|Industriestr. 5|70565|Stuttgart|+49 711 555010|www.mueller-maschinen.de|DE 811 223 344",
          "mueller|Mueller Maschinenbau|Industriestraße 5|70565|Stuttgart|||811223344",
          "mueller|Muller Maschinenbau Ges. mbH||70565|Stuttgart|0049711555010|info@mueller-maschinen.de|",
          "ibm|International Business Machines Corp.|1 Orchard Rd|10504|Armonk|+1 914 555 1900|www.ibm-example.com|",
          "ibm|IBM|1 Orchard Road|10504|Armonk|+1 914 555 1900|https://ibm-example.com/us|",
          "hoanglong|Công ty TNHH Hoàng Long|12 Trần Phú|550000|Đà Nẵng|+84 236 355 5123|hoanglong.vn|0400123456",
          "hoanglong|Hoang Long Co., Ltd.|12 Tran Phu|550000|Da Nang||sales@hoanglong.vn|0400123456",
          "romashka|ООО «Ромашка»|Tverskaya 4|125009|Москва|+7 495 555 12 12|romashka-example.ru|",
          "romashka|Romashka LLC|Tverskaya ul. 4|125009|Moskva|+7 495 555 1212||",
          "bluedoor|Smith Holdings Ltd t/a Blue Door Books|7 High St|BN1 1AA|Brighton|+44 1273 555017||",
          "bluedoor|Blue Door Books|7 High Street|BN1 1AA|Brighton|||",
          "oak|Oak & Ash Furniture, Inc.|900 Mill Ave|97201|Portland|+1 503 555 0110|oakash.com|",
          "oak|Oak and Ash Furniture|900 Mill Avenue|97201|Portland||hello@oakash.com|",
          // A group at one address, with one phone and one domain.
          "acme-holding|Acme Holding AG|Hafenstrasse 1|20457|Hamburg|+49 40 555 7000|acme-example.com|DE111111112",
          "acme-logistics|Acme Logistics GmbH|Hafenstrasse 1|20457|Hamburg|+49 40 555 7000|acme-example.com|DE222222223",
          "acme-logistics|ACME Logistik GmbH|Hafenstr. 1|20457|Hamburg|+49 40 555 7000|acme-example.com|DE222222223",
          "acme-services|Acme Services GmbH|Hafenstrasse 1|20457|Hamburg|+49 40 555 7000|acme-example.com|",
          // Subsidiaries in different cities.
          "nord-berlin|Nordlicht Energie GmbH|Allee 3|10115|Berlin|+49 30 555 8001|nordlicht-example.de|",
          "nord-munich|Nordlicht Energie GmbH|Ring 88|80331|München|+49 89 555 8002|nordlicht-example.de|",
          "nord-munich|Nordlicht Energie GmbH|Ring 88|80331|Muenchen||nordlicht-example.de|",
          // A franchise.
          "pizza-1|Pronto Pizza|11 Elm St|60601|Chicago|+1 312 555 0101|prontopizza-example.com|",
          "pizza-2|Pronto Pizza|240 Lake Ave|53202|Milwaukee|+1 414 555 0102|prontopizza-example.com|",
          "pizza-3|Pronto Pizza|5 Grand Blvd|48201|Detroit|+1 313 555 0103|prontopizza-example.com|",
          "pizza-3|Pronto Pizza, Inc.|5 Grand Boulevard|48201|Detroit|+1 313 555 0103||",
          // One name, two companies.
          "schmidt-1|Schmidt Bau GmbH|Gartenweg 2|04109|Leipzig|||DE333333334",
          "schmidt-2|Schmidt Bau GmbH|Gartenweg 20|04109|Leipzig|||DE987654320",
          // Who signs for it is not what it is.
          "kerner|Kerner Immobilien KG|Marktplatz 9|97070|Würzburg|||",
          "zephyr|Zephyr Immobilien KG|Marktplatz 9|97070|Würzburg|||");

  private record Row(String truth, Map<String, String> fields, List<Identifier> keys) {}

  private final BatchResolver resolver = BatchResolver.create(MatchRules.organisations());
  private final IdentityResolver online = IdentityResolver.create(MatchRules.organisations());

  @Test
  void are_told_apart_and_found_again_in_a_batch_whatever_the_order() {
    for (long seed = 1; seed <= 5; seed++) {
      List<Row> rows = new ArrayList<>(rows());
      Collections.shuffle(rows, new Random(seed));
      BatchResult result = resolver.resolve(records(rows));
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < i; j++) {
          boolean together = result.clusterOf("r" + i).equals(result.clusterOf("r" + j));
          assertThat(together)
              .as("seed %d: %s", seed, result.why("r" + i, "r" + j))
              .isEqualTo(rows.get(i).truth().equals(rows.get(j).truth()));
        }
      }
    }
  }

  @Test
  void of_one_group_are_never_joined_online_and_those_that_are_joined_are_one() {
    List<Row> rows = rows();
    int found = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        MatchRecord a = prepared(rows.get(i));
        MatchRecord b = prepared(rows.get(j));
        boolean one = rows.get(i).truth().equals(rows.get(j).truth());
        boolean match = online.compare(a, b).grade() == Grade.MATCH;
        assertThat(match && !one).as("%s", online.explain(a, b)).isFalse();
        assertThat(online.compare(b, a)).isEqualTo(online.compare(a, b));
        found += match ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(9);
  }

  @Test
  void contradict_each_other_by_name_or_number_but_not_by_legal_form() {
    List<Row> rows = rows();
    assertThat(contradict(rows, "acme-holding", "acme-logistics")).isTrue();
    assertThat(contradict(rows, "schmidt-1", "schmidt-2")).isTrue();
    assertThat(contradict(rows, "kerner", "zephyr")).isTrue();
    assertThat(contradict(rows, "pizza-1", "pizza-2")).isFalse();
  }

  private boolean contradict(List<Row> rows, String one, String other) {
    return online.contradict(prepared(first(rows, one)), prepared(first(rows, other)));
  }

  private static Row first(List<Row> rows, String truth) {
    return rows.stream().filter(row -> row.truth().equals(truth)).findFirst().orElseThrow();
  }

  @Test
  void weigh_online_by_a_learned_model_what_they_weigh_in_the_batch() {
    List<Row> rows = rows();
    RecordSet records = records(rows);
    BatchResult result = resolver.resolve(records);
    MatchModel model = result.model();
    BatchResult again = resolver.withModel(model).resolve(records);
    IdentityResolver learned = online.withModel(model);
    for (int i = 1; i < rows.size(); i++) {
      double batch = again.why("r" + i, "r0").bits();
      double single = learned.explain(prepared(rows.get(i)), prepared(rows.get(0))).match().bits();
      assertThat(single).as("r%d", i).isEqualTo(batch);
    }
  }

  @Test
  void are_not_mixed_with_people() {
    RecordSet people = RecordSet.create().add("r", Map.of("name", "Ada"), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resolver.resolve(people))
        .withMessageContaining("1 of people")
        .withMessageContaining("organisations");
  }

  private static MatchRecord prepared(Row row) {
    return MatchRecord.ofOrganisation(row.fields(), row.keys());
  }

  private static RecordSet records(List<Row> rows) {
    RecordSet records = RecordSet.create(MatchRules.organisations());
    rows.forEach(row -> records.add("r" + records.size(), row.fields(), row.keys()));
    return records;
  }

  private static List<Row> rows() {
    IdentifierNormalizer normalizer = IdentifierNormalizer.create();
    List<Row> rows = new ArrayList<>();
    for (String line : CATALOGUE) {
      String[] cells = line.split("\\|", -1);
      Map<String, Object> traits = new HashMap<>();
      List<String> names = List.of("", "company", "street", "postcode", "city", "phone", "", "vat");
      for (int i = 1; i < cells.length; i++) {
        traits.put(
            i == 6 ? (cells[i].contains("@") ? "email" : "website") : names.get(i), cells[i]);
      }
      List<Identifier> keys =
          MatchFields.identifiers(traits).stream()
              .map(normalizer::normalize)
              .filter(Normalized.Key.class::isInstance)
              .map(key -> ((Normalized.Key) key).identifier())
              .toList();
      rows.add(new Row(cells[0], MatchFields.from(traits), keys));
    }
    return rows;
  }
}
