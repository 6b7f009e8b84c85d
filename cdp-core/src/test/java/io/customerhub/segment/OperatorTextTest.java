package io.customerhub.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator as it is written; JSON is read back along with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trait.tags has any (\"a\", 1, true)",
        "trait.tags has all (\"a\") ignoring case ignoring accents",
        "trait.tags has none (\"a\")",
        "trait.tags size between 2 and 3",
        "trait.tags not size = 0",
        "trait.tags any match > 5",
        "trait.items all match (sku = \"a\" and price not > 5)",
        "trait.items any match (tags any match (x = 1))",
        "trait.address with (city = \"x\" and zip exists)",
        "trait.notes is empty",
        "trait.notes not is empty",
        "trait.mail like \"*@example.com\" ignoring case",
        "trait.phone matches \"\\+84[0-9]{9}\" ignoring case",
        "trait.billing != trait.\"shipping city\" ignoring accents",
        "trait.score >= trait.goal",
        "trait.born before \"2000-01-01\"",
        "trait.seen after \"2026-01-31T10:00:00Z\"",
        "trait.born on day \"2000-02-29\"",
        "trait.renewal in future and trait.paid in past",
        "trait.renewal in next 7 days",
        "trait.renewal in last 1 hour",
        "trait.born older than 18 years",
        "trait.born anniversary in next 2 weeks",
        "trait.born day of week in (monday, sunday)",
        "trait.slot part of day from \"22:00\" to \"06:30\"",
        "trait.place within 2.5 km of (10.77, -106.69)",
        "trait.place in region ((0, 0), (0, 1.5), (1, 0))",
        "trait.place not in region ((0, 0), (0, 1.5), (1, 0))",
        "did \"X\" (due in next 3 days) at least 2 times this month",
        "did \"X\" yesterday or did not \"X\" today",
        "did \"X\" last quarter",
        "did not \"X\" since last \"Y\" (a = 1)",
        "did \"X\" at most 2 times since first deal (status = \"open\")",
        "count of \"X\" (a = 1) between 2 and 3 in last 7 days",
        "distinct days of \"X\" >= 3 in last 7 days",
        "first of plan of \"X\" = \"gold\" this year",
        "last of plan of \"X\" in (\"gold\") in last 7 days",
        "most frequent of category of \"X\" (a = 1) missing",
        "last of due of \"X\" in last 7 days in last 3 days",
        "has deal (status = \"open\" and amount > 5000)",
        "has no interaction (type = \"call\") in last 14 days",
        "did \"X\" (a = 1) for the first time in last 30 days",
        "has deal for the first time this month",
        "last did \"X\" more than 30 days ago",
        "last had interaction (type = \"call\") less than 2 weeks ago",
        "did \"X\" in at least 3 of last 4 weeks",
        "stopped \"X\" for 30 days after at least 3 times in 90 days",
        "resumed \"X\" after 30 days in last 7 days",
        "average interval of \"X\" < 7 days in last 90 days",
        "shortest interval of deal >= 1 hour",
        "streak of \"X\" at least 5 days",
        "sequence \"X\" then not \"Y\" within 2 hours in last 7 days",
        "sequence \"X\" (a = 1) then \"Y\" within 1 day then not \"Z\" with same cart strictly at least 2 times this month",
        "sequence deal (status = \"won\") then \"Y\" and did \"X\"",
        "random 10 percent of \"exp-1\"",
        "random 12.5 to 50 percent of \"exp-1\"",
        "is anonymous and has identifier email",
        "not is anonymous",
        "merged in last 30 days",
        "entered segment \"vip\" in last 7 days or left segment \"vip\" in last 7 days",
        "consent \"email.marketing\" granted or consent \"news\" by \"sms\" denied",
        "consent \"email.marketing\" unknown",
        "rfm.recency >= 4 and rfm.monetary between 2 and 3 and rfm.frequency missing",
        "trait.plan has been in (\"gold\") for 30 days",
        "trait.plan has been missing for 1 year",
        "has deal at least 2 times and sum of amount of deal (status = \"won\") > 100 this year",
      })
  void an_operator_reads_back_as_it_is_written(String text) {
    Condition read = SegmentText.parse(text);

    assertThat(read).hasToString(text);
    assertThat(SegmentJson.read(SegmentJson.write(read))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "has deal (status = open and type in (a, b)) | has deal (status = \"open\" and type in (\"a\", \"b\"))",
        "trait.x does not match 'a' | trait.x not matches \"a\"",
        "trait.x = 'a' ignoring accents ignoring case | trait.x = \"a\" ignoring case ignoring accents",
        "sequence 'X' then not 'Y' within 2 hours, in last 7 days | sequence \"X\" then not \"Y\" within 2 hours in last 7 days",
        "any of (sequence 'X' then 'Y', in last 7 days, did 'X') | sequence \"X\" then \"Y\" in last 7 days or did \"X\"",
        "any of (sequence 'X' then 'Y', in segment 'a') | sequence \"X\" then \"Y\" or in segment \"a\"",
        "trait.x any match with (a = 1) | trait.x any match (a = 1)",
      })
  void text_is_brought_to_one_normal_form(String given, String normal) {
    assertThat(SegmentText.parse(given)).hasToString(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trait.x has ony (1) | 'has any'",
        "trait.x mathces 'a' | 'matches'",
        "trait.x befor '2026-01-01' | 'before'",
        "trait.x older then 3 days | 'older than'",
        "trait.x day of week in (munday) | 'monday'",
        "did 'X' yesterdy | 'yesterday'",
        "did 'X' this mnth | 'this month'",
        "sequence 'X' than 'Y' | 'then'",
        "entred segment 'a' in last 3 days | 'entered segment'",
        "randm 10 percent of 'a' | 'random'",
        "consent 'news' grnted | 'granted'",
        "streek of 'X' at least 3 days | 'streak of'",
        "mots frequent of x of 'X' = 1 | 'most frequent of'",
      })
  void a_misspelt_word_is_suggested(String text, String suggestion) {
    assertThat(refused(text).suggestion()).contains(suggestion);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trait.x before \"tomorrow\"",
        "trait.x on day \"2026-02-30\"",
        "trait.x anniversary in next 5 hours",
        "trait.x part of day from \"09:00\" to \"09:00\"",
        "trait.x part of day from \"25:00\" to \"09:00\"",
        "trait.x within 3 km of (91, 0)",
        "trait.x within -3 km of (9, 0)",
        "trait.x in region ((0, 0), (1, 1))",
        "trait.x size = \"a\"",
        "trait.x size exists",
        "trait.x matches \"(\"",
        "trait.x has any ()",
        "trait.x has any (1) ignoring case",
        "trait.x not not = 1",
        "distinct days of \"X\" = \"a\"",
        "trait.x any match any match any match any match any match any match any match any match = 1",
        "sequence \"X\"",
        "sequence \"X\" at least 2 times",
        "did \"X\" in at least 5 of last 4 weeks",
        "average interval of \"X\" < 2 months",
        "streak of \"X\" at least 367 days",
        "stopped \"X\" for 3 days after at least 0 times in 3 days",
        "random 10.001 percent of \"x\"",
        "random 20 to 10 percent of \"x\"",
        "random 101 percent of \"x\"",
        "trait.x has been in last 3 days for 2 days",
        "trait.x has been = trait.y for 2 days",
        "has Deal",
        "rfm.recency = \"a\"",
        "rfm.value = 5",
      })
  void what_cannot_fit_is_an_error_where_it_is_written(String text) {
    assertThat(refused(text)).hasMessageStartingWith("line 1, column ");
  }

  private static SegmentSyntaxException refused(String text) {
    SegmentSyntaxException error =
        catchThrowableOfType(SegmentSyntaxException.class, () -> SegmentText.parse(text));
    assertThat(error).as(text).isNotNull();
    return error;
  }
}
