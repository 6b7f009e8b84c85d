package io.customerhub.examples.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerhub.event.Identifier;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ColumnsTest {

  @TempDir private Path folder;

  @Test
  void what_a_system_wrote_down_is_no_birth_date() throws IOException {
    assertThat(guess("a", i -> "2024-03-" + (10 + i % 20) + " 10:" + (10 + i % 50) + ":00"))
        .containsExactly(Meaning.IGNORED);
    assertThat(guess("a", i -> "2024-03-" + (10 + i % 20))).containsExactly(Meaning.IGNORED);
    assertThat(guess("a", i -> (1950 + i % 50) + "-03-" + (10 + i % 20)))
        .containsExactly(Meaning.BIRTH_DATE);
  }

  @Test
  void a_name_that_its_values_do_not_bear_out_is_not_believed() throws IOException {
    assertThat(guess("phone_type", i -> i % 2 == 0 ? "mobile" : "land line"))
        .containsExactly(Meaning.IGNORED);
    assertThat(guess("email_opt_in", i -> i % 2 == 0 ? "yes" : "no"))
        .containsExactly(Meaning.IGNORED);
    assertThat(guess("name", i -> "p" + i + "@example.org")).containsExactly(Meaning.EMAIL);
  }

  @Test
  void numbers_of_rows_coordinates_and_amounts_are_nothing() throws IOException {
    assertThat(guess("a", i -> "" + (1_000_000 + i))).containsExactly(Meaning.IGNORED);
    assertThat(guess("a", i -> "151." + (209_295 + i * 7))).containsExactly(Meaning.IGNORED);
    assertThat(guess("a", i -> i * 13 % 977 + ".95")).containsExactly(Meaning.IGNORED);
  }

  @Test
  void an_id_that_no_two_rows_share_is_of_the_row() throws IOException {
    Table unique = table("customer_id", i -> "C" + (100_000 + i * 37));
    Table shared = table("customer_id", i -> "C" + (100_000 + i / 2 * 37));

    assertThat(checked(unique)).containsExactly(List.of(Meaning.ROW_ID));
    assertThat(checked(shared)).containsExactly(List.of(Meaning.ID));
    assertThat(checked(unique, unique)).containsExactly(List.of(Meaning.ID), List.of(Meaning.ID));
  }

  @Test
  void years_alone_are_years_of_birth_and_no_postcodes() throws IOException {
    assertThat(guess("a", i -> "" + (1921 + i * 7 % 80))).containsExactly(Meaning.BIRTH_YEAR);
    assertThat(guess("born", i -> "" + (1921 + i * 7 % 80))).containsExactly(Meaning.BIRTH_YEAR);
    assertThat(guess("a", i -> "" + (2021 + i % 4))).containsExactly(Meaning.IGNORED);
  }

  @Test
  void dates_are_known_in_the_ways_of_several_countries() throws IOException {
    assertThat(guess("a", i -> (1950 + i % 50) + "年3月" + (10 + i % 20) + "日"))
        .containsExactly(Meaning.BIRTH_DATE);
    assertThat(guess("a", i -> (10 + i % 20) + "03" + (1950 + i % 50)))
        .containsExactly(Meaning.BIRTH_DATE);
  }

  @Test
  void columns_are_known_in_other_scripts() throws IOException {
    assertThat(guess("姓名", i -> "王小明" + (char) ('一' + i))).containsExactly(Meaning.NAME);
    assertThat(guess("名称", i -> "王小明" + (char) ('一' + i) + "有限公司"))
        .containsExactly(Meaning.ORGANISATION);
    assertThat(guess("Фамилия", i -> "Иванов")).containsExactly(Meaning.SURNAME);
    assertThat(guess("Πόλη", i -> "Αθήνα" + (char) ('α' + i % 9))).containsExactly(Meaning.CITY);
    assertThat(guess("휴대폰", i -> "010-4489-" + (1000 + i * 7))).containsExactly(Meaning.PHONE);
    assertThat(guess("Imię", i -> "Łucja")).containsExactly(Meaning.GIVEN_NAME);
  }

  @Test
  void a_digit_behind_a_name_is_not_always_a_second_one() throws IOException {
    assertThat(guess("zip5", i -> "" + (10_000 + i * 37))).containsExactly(Meaning.POSTCODE);
    assertThat(guess("birth_place", i -> "Ashford " + (char) ('a' + i % 9)))
        .containsExactly(Meaning.CITY);
  }

  @Test
  void one_of_two_letters_is_no_name() throws IOException {
    Table table =
        read("fname,optin\n" + "Ada,Y\nMary,N\n".repeat(50), StandardCharsets.UTF_8, "fname");

    assertThat(Columns.of(table, Map.of(), ""))
        .containsExactly(Meaning.GIVEN_NAME, Meaning.IGNORED);
  }

  @Test
  void a_middle_name_is_one_of_the_given_names() throws IOException {
    Table table = read("first,mi,last\nAda,K,Lovelace\n", StandardCharsets.UTF_8);
    List<Meaning> columns = Columns.of(table, Map.of(), "");

    assertThat(
            Rows.said(table, columns, table.rows().get(0), Rows.Reading.of(table, columns))
                .fields())
        .containsEntry("given_name", "Ada K")
        .containsEntry("surname", "Lovelace");
  }

  @Test
  void what_changes_with_each_row_of_a_person_is_not_of_the_person() throws IOException {
    assertThat(
            people(
                "connected_on",
                i -> (1990 + i * 7 % 30) + "-0" + (1 + i * 5 % 9) + "-" + (10 + i * 11 % 20)))
        .isEqualTo(Meaning.IGNORED);
    assertThat(people("a", i -> (1950 + i / 2 % 50) + "-03-" + (10 + i / 2 % 20)))
        .isEqualTo(Meaning.BIRTH_DATE);
  }

  @Test
  void a_code_that_strangers_share_is_nobodys_id() throws IOException {
    assertThat(people("practice", i -> "B81" + (100 + i / 2 % 40))).isEqualTo(Meaning.IGNORED);
    assertThat(people("member", i -> "B81" + (100_000 + i / 2 * 7))).isEqualTo(Meaning.ID);
  }

  @Test
  void an_id_of_an_employer_is_nobodys_whatever_it_is_called() throws IOException {
    // Each has a name, and their own employer's phone.
    assertThat(strangers("AccountId", i -> "A7" + (100 + i % 40))).isEqualTo(Meaning.IGNORED);
    assertThat(people("AccountId", i -> "A7" + (100_000 + i / 2 * 7))).isEqualTo(Meaning.ID);
  }

  @Test
  void a_card_of_a_household_is_nobodys_id() throws IOException {
    StringBuilder csv = new StringBuilder("first_name,last_name,card_no\n");
    for (int i = 0; i < 200; i++) {
      csv.append(i % 2 == 0 ? "Ada" : "Byron").append(",Lovelace").append((char) ('a' + i / 8));
      csv.append(",C7").append(100_000 + i / 2 * 7).append('\n');
    }
    String file = csv.toString();
    assertThat(Columns.of(read(file, StandardCharsets.UTF_8), Map.of(), ""))
        .containsExactly(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.IGNORED);
    assertThat(Columns.of(read(file.replace("Byron", "Ada"), StandardCharsets.UTF_8), Map.of(), ""))
        .containsExactly(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.ID);
  }

  @Test
  void an_id_of_people_who_are_written_otherwise_is_theirs() throws IOException {
    IntFunction<String> ids = i -> "A7" + (100_000 + i / 2 * 7);
    assertThat(written("CCCD", ids, "Nguyễn Hùng", "Nguyen Hung")).isEqualTo(Meaning.ID);
    assertThat(written("CCCD", ids, "Мария Иванова", "Maria Ivanova")).isEqualTo(Meaning.ID);
    assertThat(written("CCCD", ids, "Mohammed Al-Masri", "Mohamad Masri")).isEqualTo(Meaning.ID);
  }

  @Test
  void numbers_are_ids_where_they_are_called_so() throws IOException {
    IntFunction<String> numbers = i -> "" + (7_400_000_000L + i / 2 * 7_919L);
    assertThat(people("evening", numbers)).isEqualTo(Meaning.PHONE);
    assertThat(people("IDNumber", numbers)).isEqualTo(Meaning.ID);
    assertThat(people("NPI", numbers)).isEqualTo(Meaning.ID);
    assertThat(people("Personnr/CPR", numbers)).isEqualTo(Meaning.ID);
    assertThat(guess("Card Holder", i -> "Ada Lovelace" + (char) ('a' + i % 26)))
        .containsExactly(Meaning.NAME);
  }

  @Test
  void a_number_that_returns_often_is_an_id_if_it_is_shown_to_be_of_people() throws IOException {
    assertThat(people("requester_id", i -> "usr_" + (100_000 + i / 10))).isEqualTo(Meaning.IGNORED);
    StringBuilder csv = new StringBuilder("name,phone,requester_id\n");
    for (int i = 0; i < 400; i++) {
      csv.append("Ada Lovelace").append((char) ('a' + i / 16)).append(",+4477009");
      csv.append(10_000 + i / 16).append(",usr_").append(100_000 + i / 16).append('\n');
    }
    assertThat(Columns.of(read(csv.toString(), StandardCharsets.UTF_8), Map.of(), ""))
        .containsExactly(Meaning.NAME, Meaning.PHONE, Meaning.ID);
  }

  @Test
  void a_postcode_may_be_called_a_code_and_a_street_an_address() throws IOException {
    assertThat(guess("PIN Code", i -> "" + (110_001 + i * 37 % 9_000)))
        .containsExactly(Meaning.POSTCODE);
    assertThat(guess("billing_address_1", i -> (1 + i) + " Dorset Street"))
        .containsExactly(Meaning.STREET);
    assertThat(guess("Address Type", i -> i % 2 == 0 ? "home" : "work"))
        .doesNotContain(Meaning.STREET);
  }

  @Test
  void a_year_of_anything_else_is_no_year_of_birth() throws IOException {
    assertThat(guess("pub_year", i -> "" + (1921 + i * 7 % 80))).containsExactly(Meaning.IGNORED);
    assertThat(guess("Jahr der Geburt", i -> "" + (1921 + i * 7 % 80)))
        .containsExactly(Meaning.BIRTH_YEAR);
    assertThat(guess("ticket_id", i -> "" + (10_000 + i * 7919 % 89_000)))
        .containsExactly(Meaning.IGNORED);
  }

  @Test
  void names_beside_a_surname_that_they_do_not_have_in_them_are_given_names() throws IOException {
    Table given = read("FullNames,Surname\nAda Augusta,Lovelace\n", StandardCharsets.UTF_8);
    Table whole = read("FullNames,Surname\nAda Lovelace,LOVELACE\n", StandardCharsets.UTF_8);

    assertThat(Columns.of(given, Map.of(), ""))
        .containsExactly(Meaning.GIVEN_NAME, Meaning.SURNAME);
    assertThat(Columns.of(whole, Map.of(), "")).containsExactly(Meaning.NAME, Meaning.SURNAME);
  }

  @Test
  void names_in_numbered_columns_are_one_name() throws IOException {
    Table table =
        read("NAME1,NAME2,NAME3,DOB\nABEBE,BIKILA,DEMISSIE,1932-08-07\n", StandardCharsets.UTF_8);
    List<Meaning> columns = Columns.of(table, Map.of(), "");

    assertThat(columns)
        .containsExactly(Meaning.NAME, Meaning.NAME, Meaning.NAME, Meaning.BIRTH_DATE);
    assertThat(
            Rows.said(table, columns, table.rows().get(0), Rows.Reading.of(table, columns))
                .fields())
        .containsEntry("name", "ABEBE BIKILA DEMISSIE");
  }

  @Test
  void what_is_called_a_name_and_looks_like_one_is_one() throws IOException {
    assertThat(guess("PAX_NAME", i -> "LOVELACE/ADA" + (char) ('A' + i % 26) + "MRS"))
        .containsExactly(Meaning.NAME);
    assertThat(guess("file_name", i -> "scan" + i + ".pdf")).doesNotContain(Meaning.NAME);
  }

  @Test
  void dates_as_airlines_write_them_are_dates() throws IOException {
    assertThat(guess("DOCS_DOB", i -> (10 + i % 18) + "JAN" + (50 + i % 49)))
        .containsExactly(Meaning.BIRTH_DATE);
  }

  @Test
  void the_address_of_somebody_elses_is_used_and_the_name_is_not() throws IOException {
    assertThat(guess("Rodzic/opiekun", i -> "Jan Kowal" + (char) ('a' + i % 20)))
        .containsExactly(Meaning.IGNORED);
    assertThat(guess("Parent e-mail", i -> "p" + i + "@example.org"))
        .containsExactly(Meaning.EMAIL);
    assertThat(guess("NOME_MAE", i -> "Ana Souza")).containsExactly(Meaning.IGNORED);
  }

  @Test
  void of_several_words_the_one_that_the_values_bear_out_counts() throws IOException {
    assertThat(guess("Business Email", i -> "p" + i + "@example.org"))
        .containsExactly(Meaning.EMAIL);
    assertThat(guess("Account", i -> "Acme " + (char) ('a' + i % 20) + " Ltd"))
        .containsExactly(Meaning.ORGANISATION);
    assertThat(guess("account", i -> "" + (100_234 + i * 7919 % 9000)))
        .doesNotContain(Meaning.ORGANISATION);
    assertThat(guess("Contact Number", i -> "+4477009" + (10_000 + i * 37)))
        .containsExactly(Meaning.PHONE);
    assertThat(guess("CEP", i -> "01310-" + (100 + i))).containsExactly(Meaning.POSTCODE);
    assertThat(guess("abone_no", i -> "" + (500_000_000 + i * 104_729L)))
        .containsExactly(Meaning.IGNORED);
    assertThat(guess("住所", i -> "札幌市豊平区平岸" + (1 + i % 9) + "-30-" + i))
        .containsExactly(Meaning.STREET);
  }

  @Test
  void a_name_that_no_other_column_adds_to_is_a_whole_one() throws IOException {
    assertThat(guess("NOME_CLIENTE", i -> "Ana Maria Souza")).containsExactly(Meaning.NAME);
    assertThat(guess("nome", i -> "Ana")).containsExactly(Meaning.GIVEN_NAME);
    Table both = read("nome,cognome\nAnna Maria,Rossi\n", StandardCharsets.UTF_8);
    assertThat(Columns.of(both, Map.of(), "")).containsExactly(Meaning.GIVEN_NAME, Meaning.SURNAME);
  }

  @Test
  void all_numbers_and_addresses_of_a_row_are_kept() throws IOException {
    Table table =
        read(
            "name,phone,mobile,email\n"
                + "Ada,0161 4960123,+447700900123,ada7@lovelace.uk; bob8@lovelace.uk;\n",
            StandardCharsets.UTF_8);
    List<Meaning> columns = Columns.of(table, Map.of(), "");
    Rows.Said said =
        Rows.said(table, columns, table.rows().get(0), Rows.Reading.of(table, columns));

    assertThat(said.fields()).containsEntry("phone", "0161 4960123; +447700900123");
    assertThat(said.keys())
        .extracting(Identifier::value)
        .containsExactly("+447700900123", "ada7@lovelace.uk", "bob8@lovelace.uk");
  }

  @Test
  void an_age_is_a_year_of_birth_where_it_is_known_of_when_it_is() throws IOException {
    assertThat(born("name,age_2023\nAda,36\n")).containsExactly("1987");
    assertThat(born("name,age_2023\nAda,unknown\n")).containsExactly((String) null);
    assertThat(born("name,age\nAda,36\n")).containsExactly((String) null);
    String census = "yr,name,age,birth_year\n" + "1900,Ada,36,1864\n1910,Eve,20,1889\n".repeat(10);
    assertThat(born(census + ",Ada,46,\n1920,Ada,46,\n")).endsWith("1874").contains((String) null);
    String joined = "year,name,age,birth_year\n" + "2015,Ada,36,1987\n".repeat(30);
    assertThat(born(joined + "2015,Eve,40,\n")).endsWith("1983");
    assertThat(born("year,name,age\n2019,Ada,36\n")).containsExactly((String) null);
    String both = "name,age,birth_year\n" + "Ada,36,1987\nMary,20,2003\n".repeat(25) + "Eve,40,\n";
    assertThat(born(both)).endsWith("1983").startsWith("1987", "2003");
    String rarely = "name,age,birth_year\n" + "Ada,36,1987\n".repeat(5) + "Eve,40,\n";
    assertThat(born(rarely)).last().isNull();
  }

  private List<String> born(String csv) throws IOException {
    Table table = read(csv, StandardCharsets.UTF_8, "name");
    List<Meaning> columns = Columns.of(table, Map.of(), "");
    Rows.Reading reading = Rows.Reading.of(table, columns);
    List<String> born = new ArrayList<>();
    for (List<String> row : table.rows()) {
      born.add(Rows.said(table, columns, row, reading).fields().get("birth_date"));
    }
    return born;
  }

  @Test
  void how_a_name_is_read_is_the_name_where_there_is_no_other() throws IOException {
    Table table = read("氏名,フリガナ\n,タナカ カオリ\n田中 香織,タナカ カオリ\n", StandardCharsets.UTF_8);
    List<Meaning> columns = Columns.of(table, Map.of(), "");

    assertThat(columns).containsExactly(Meaning.NAME, Meaning.NAME_READING);
    assertThat(table.rows())
        .extracting(
            row ->
                Rows.said(table, columns, row, Rows.Reading.of(table, columns))
                    .fields()
                    .get("name"))
        .containsExactly("タナカ カオリ", "田中 香織");
  }

  @Test
  void dates_with_the_month_first_are_told_by_all_of_them() {
    assertThat(Dates.monthFirst(List.of("03/04/1980", "12/31/1990"))).isTrue();
    assertThat(Dates.monthFirst(List.of("03/04/1980", "31/12/1990"))).isFalse();
    assertThat(Dates.dayFirst("03/04/1980")).isEqualTo("04/03/1980");
    assertThat(Dates.dayFirst("31/12/1990")).isEqualTo("31/12/1990");
  }

  @Test
  void an_address_in_one_text_is_taken_apart() {
    assertThat(Address.of("12 High Street, Oxford OX1 4AA"))
        .isEqualTo(new Address("12 High Street", "Oxford", "OX1 4AA"));
    assertThat(Address.of("Flat 3, 12 High Street, Oxford"))
        .isEqualTo(new Address("Flat 3, 12 High Street", "Oxford", ""));
    assertThat(Address.of("12 High Street")).isEqualTo(new Address("12 High Street", "", ""));
    assertThat(Address.of("12 High Street Kellyport TN 55748"))
        .isEqualTo(new Address("12 High Street Kellyport TN", "", "55748"));
    assertThat(Address.of("Langer Weg 1234")).isEqualTo(new Address("Langer Weg 1234", "", ""));
    // Some cells hold whole letters: no pattern may try all ways to read them.
    assertThat(Address.of("12 ab ".repeat(20_000)).postcode()).isEmpty();
  }

  @Test
  void a_file_is_read_whatever_its_encoding_delimiter_and_header() throws IOException {
    Table windows = read("name;ort\r\nJürgen;Köln\r\n", Charset.forName("windows-1252"));
    Table bare = read("Ada,1815-12-10\nMary,1780-12-26\n", StandardCharsets.UTF_8);
    Table twice = read("name\tname\t\n\"a\nb\"\tc\td\n", StandardCharsets.UTF_16);

    assertThat(windows.rows()).containsExactly(List.of("Jürgen", "Köln"));
    assertThat(bare.header()).containsExactly("column1", "column2");
    assertThat(bare.rows()).hasSize(2);
    assertThat(bare.line(0)).isEqualTo(1);
    assertThat(twice.header()).containsExactly("name", "name (2)", "column3");
    assertThat(twice.rows()).containsExactly(List.of("a\nb", "c", "d"));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250, 'imię;miasto', 'Łukasz;Łódź', 'Małgorzata;Świnoujście', 'Zdzisław;Częstochowa'",
    "windows-1251, 'имя;город', 'Юлия;Москва', 'Андрей;Нижний Новгород', 'Ольга;Санкт-Петербург'",
    "KOI8-R, 'имя;город', 'Юлия;Москва', 'Андрей;Нижний Новгород', 'Ольга;Санкт-Петербург'",
    "windows-1253, 'όνομα;πόλη', 'Γιώργος;Αθήνα', 'Ελένη;Θεσσαλονίκη', 'Νίκος;Ηράκλειο'",
    "windows-31j, '氏名;市', '佐藤 花子;横浜市', 'サトウ ハナコ;調布市', '青木 七夏;福生市'",
    "x-windows-949, '이름;도시', '김민지;서울', '박서준;부산', '최지우;대구'",
    "GB18030, '姓名;城市', '王小明;北京', '李丽;上海', '张伟;广州'",
    "windows-1252, 'Vorname;Straße', 'Jürgen;Königsallee', 'Zoë;Übersee', 'José;Schloßplatz'"
  })
  void an_encoding_is_told_by_its_letters(
      String charset, String header, String one, String two, String three) throws IOException {
    String csv = String.join("\n", header, one, two, three) + "\n";

    Table table = read(csv, Charset.forName(charset));

    assertThat(table.header()).isEqualTo(List.of(header.split(";", -1)));
    assertThat(table.rows())
        .extracting(row -> String.join(";", row))
        .containsExactly(one, two, three);
  }

  @Test
  void bytes_that_are_no_characters_do_not_keep_a_file_from_being_read() throws IOException {
    Path file = Files.createTempFile(folder, "table", ".csv");
    Files.write(file, new byte[] {'a', ',', 'b', '\n', (byte) 0x81, 'x', ',', (byte) 0xFF, '\n'});

    assertThat(Table.read(file, Set.of("a")).rows()).hasSize(1);
  }

  /** Guesses a column of people who have two rows each, with one name and phone. */
  private Meaning people(String column, IntFunction<String> values) throws IOException {
    StringBuilder csv = new StringBuilder("name,phone," + column + "\n");
    for (int i = 0; i < 400; i++) {
      csv.append("Ada Lovelace").append((char) ('a' + i / 2 % 26)).append(",+4477009");
      csv.append(10_000 + i / 2).append(',').append(values.apply(i)).append('\n');
    }
    return Columns.of(read(csv.toString(), StandardCharsets.UTF_8), Map.of(), "").get(2);
  }

  /** Guesses a column of people who have two rows each, and two ways of writing their names. */
  private Meaning written(String column, IntFunction<String> values, String one, String other)
      throws IOException {
    StringBuilder csv = new StringBuilder("name,phone," + column + "\n");
    for (int i = 0; i < 400; i++) {
      csv.append(i % 2 == 0 ? one : other).append(",+4477009").append(10_000 + i).append(',');
      csv.append(values.apply(i)).append('\n');
    }
    return Columns.of(read(csv.toString(), StandardCharsets.UTF_8), Map.of(), "").get(2);
  }

  /** Guesses a column of colleagues, each of another name. */
  private Meaning strangers(String column, IntFunction<String> values) throws IOException {
    StringBuilder csv = new StringBuilder("name,phone," + column + "\n");
    for (int i = 0; i < 400; i++) {
      String name = Integer.toString(17_576 + i * 7919 % 400_000, 26).replaceAll("\\d", "z");
      csv.append(name).append("da ").append(new StringBuilder(name).reverse()).append("son");
      csv.append(",+4477009")
          .append(10_000 + i % 40)
          .append(',')
          .append(values.apply(i))
          .append('\n');
    }
    return Columns.of(read(csv.toString(), StandardCharsets.UTF_8), Map.of(), "").get(2);
  }

  private List<Meaning> guess(String name, IntFunction<String> values) throws IOException {
    return Columns.of(table(name, values), Map.of(), "");
  }

  private static List<List<Meaning>> checked(Table... tables) {
    List<List<Meaning>> meanings = new ArrayList<>();
    for (Table table : tables) {
      meanings.add(Columns.of(table, Map.of(), ""));
    }
    Ids.check(List.of(tables), meanings, Set.of());
    return meanings;
  }

  private Table table(String name, IntFunction<String> values) throws IOException {
    StringBuilder csv = new StringBuilder(name).append('\n');
    for (int i = 0; i < 200; i++) {
      csv.append(String.format(Locale.ROOT, "%s%n", values.apply(i)));
    }
    return read(csv.toString(), StandardCharsets.UTF_8, name);
  }

  private Table read(String csv, Charset charset, String... known) throws IOException {
    Path file = Files.createTempFile(folder, "table", ".csv");
    return Table.read(Files.writeString(file, csv, charset), Set.of(known));
  }
}
