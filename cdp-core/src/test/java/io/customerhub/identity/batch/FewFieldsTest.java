package io.customerhub.identity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import io.customerhub.identity.IdentifierNormalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Records that say little, as those of a newsletter do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FewFieldsTest {

  private static final List<String> NAMES =
      List.of("Ada", "Grace", "Mary", "Edith", "Joan", "Karen", "Radia", "Barbara", "Frances");

  private final IdentifierNormalizer normalizer = IdentifierNormalizer.create();

  @Test
  void an_address_and_a_given_name_find_a_subscriber_among_thousands() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 6000; i++) {
      add(records, i, i / 2);
    }

    BatchResult result = BatchResolver.create().resolve(records);

    assertThat(result.clusters()).hasSize(3000);
  }

  @Test
  void an_address_alone_is_enough_where_nobody_shares_one() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 6000; i++) {
      String address = address(i / 2);
      Map<String, Object> said =
          i % 4 == 0
              ? Map.of("name", NAMES.get(i % 9) + " " + surname(i / 2), "email", address)
              : Map.of("email", address);
      records.add("r" + i, said, List.of(Identifier.email(address)), normalizer);
    }

    assertThat(BatchResolver.create().resolve(records).clusters()).hasSize(3000);
  }

  @Test
  void nobody_is_joined_where_nobody_subscribed_twice() {
    RecordSet records = RecordSet.create();
    for (int i = 0; i < 3000; i++) {
      add(records, i, i);
    }

    BatchResult result = BatchResolver.create().resolve(records);

    assertThat(result.clusters()).hasSize(3000);
    assertThat(result.model().isEstimated()).isFalse();
  }

  private void add(RecordSet records, int number, int person) {
    String address = address(person);
    records.add(
        "r" + number,
        Map.of("given_name", NAMES.get(person % NAMES.size()), "email", address),
        List.of(Identifier.email(address)),
        normalizer);
  }

  private static String surname(int person) {
    return NAMES.get(person % 9) + NAMES.get(person / 9 % 9).toLowerCase(Locale.ROOT) + "son";
  }

  private static String address(int person) {
    return Integer.toString(1_000_003 * (person + 1) % 99_999_989, 36) + "@example.org";
  }
}
