package io.customerhub.examples.resolve;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The shapes in which one and the same sheet arrives. Its columns are given_name, surname,
 * street_number, street, city, postcode, birth_date (yyyymmdd), perhaps more, and last truth.
 */
final class Shapes {

  /** A file as it arrives. */
  record Arrived(List<byte[]> files, String truth) {}

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final String COLUMNS =
      "given_name surname street_number street city postcode state birth_date email phone";

  private Shapes() {}

  static Map<String, Function<Sheet, Arrived>> all() {
    Map<String, Function<Sheet, Arrived>> all = new LinkedHashMap<>();
    all.put("clean", sheet -> comma(sheet));
    all.put(
        "german; semicolon",
        sheet ->
            one(
                named(
                    sheet,
                    "Vorname|Nachname|Hausnr.|Straße|Wohnort|PLZ|Bundesland|Geb.-Datum|E-Mail-Adresse|Rufnummer"),
                ';'));
    all.put(
        "french; tab",
        sheet ->
            one(
                named(
                    sheet,
                    "Prénom|Nom de famille|N° de rue|Rue|Commune|Code postal|Région|Né(e) le|Courriel|Tél."),
                '\t'));
    all.put(
        "spanish; bar",
        sheet ->
            one(
                named(
                    sheet,
                    "Nombre|Apellidos|Número|Calle|Ciudad|Código Postal|Provincia|Fecha de nacimiento|Correo|Teléfono"),
                '|'));
    all.put(
        "vietnamese; byte-order mark",
        sheet ->
            of(
                "\uFEFF"
                    + named(
                            sheet,
                            "Tên|Họ|Số nhà|Đường|Thành phố|Mã bưu điện|Tỉnh|Ngày sinh|Thư điện tử|Điện thoại")
                        .csv(',', true),
                StandardCharsets.UTF_8,
                "truth"));
    all.put("no telling names", sheet -> comma(sheet.anonymous()));
    all.put("no telling names, reversed", sheet -> comma(sheet.anonymous().reversed()));
    all.put(
        "no header",
        sheet ->
            of(sheet.csv(',', false), StandardCharsets.UTF_8, "column" + sheet.columns().size()));
    all.put("whole name", sheet -> comma(whole(sheet, "%1$s %2$s", "full name")));
    all.put("surname, given", sheet -> comma(whole(sheet, "%2$s, %1$s", "Customer")));
    all.put("whole name, unnamed", sheet -> comma(whole(sheet, "%1$s %2$s", "x").anonymous()));
    all.put("address in one", sheet -> comma(address(sheet, "Address")));
    all.put("address in one, unnamed", sheet -> comma(address(sheet, "Address").anonymous()));
    date(all, "dates yyyy-mm-dd", "%1$s-%2$s-%3$s");
    date(all, "dates dd/mm/yyyy", "%3$s/%2$s/%1$s");
    date(all, "dates mm/dd/yyyy", "%2$s/%3$s/%1$s");
    date(all, "dates dd.mm.yy", "%3$s.%2$s.%4$s");
    date(all, "dates Mar 3 1980", "%5$s %6$s %1$s");
    date(all, "dates 3. Mar. 1980", "%6$s. %5$s. %1$s");
    date(all, "dates with time", "%1$s-%2$s-%3$sT00:00:00Z");
    all.put("columns that say nothing", sheet -> comma(padded(sheet)));
    all.put("columns that say nothing, unnamed", sheet -> comma(padded(sheet).anonymous()));
    all.put(
        "windows-1252",
        sheet -> {
          Sheet german = sheet.mapped("surname", name -> name.replace('u', 'ü'));
          return of(german.csv(';', true), Charset.forName("windows-1252"), "truth");
        });
    all.put(
        "upper case",
        sheet -> {
          Sheet upper = sheet.mapped("surname", name -> name.toUpperCase(Locale.ROOT));
          return comma(upper.mapped("given_name", name -> name.toUpperCase(Locale.ROOT)));
        });
    all.put(
        "two files of other names and order",
        sheet ->
            new Arrived(
                List.of(
                    bytes(sheet.half(0).csv(',', true)),
                    bytes(
                        named(
                                sheet.half(1),
                                "Vorname|Nachname|Hausnr.|Straße|Ort|PLZ|Land|geboren am|Mail|Telefon")
                            .reversed()
                            .csv(';', true))),
                "truth"));
    all.put("without birth date", sheet -> comma(sheet.without("birth_date")));
    all.put(
        "without address", sheet -> comma(sheet.without("street_number", "street", "postcode")));
    return all;
  }

  private static void date(Map<String, Function<Sheet, Arrived>> all, String name, String format) {
    all.put(name, sheet -> comma(sheet.mapped("birth_date", digits -> date(digits, format))));
  }

  private static String date(String digits, String format) {
    if (!digits.matches("\\d{8}")) {
      return digits;
    }
    int month = Integer.parseInt(digits.substring(4, 6));
    return String.format(
        Locale.ROOT,
        format,
        digits.substring(0, 4),
        digits.substring(4, 6),
        digits.substring(6),
        digits.substring(2, 4),
        month >= 1 && month <= 12 ? MONTHS.get(month - 1) : "" + month,
        "" + Integer.parseInt(digits.substring(6)));
  }

  private static Sheet whole(Sheet sheet, String format, String column) {
    BiFunction<Map<String, String>, Integer, String> name =
        (row, i) ->
            String.format(
                    Locale.ROOT,
                    format,
                    row.getOrDefault("given_name", ""),
                    row.getOrDefault("surname", ""))
                .strip()
                .replaceAll("^,|,$", "");
    return sheet.with(column, name).without("given_name", "surname");
  }

  private static Sheet address(Sheet sheet, String column) {
    return sheet
        .with(
            column,
            (row, i) ->
                (row.getOrDefault("street_number", "") + " " + row.getOrDefault("street", ""))
                        .strip()
                    + ", "
                    + row.getOrDefault("city", "")
                    + " "
                    + row.getOrDefault("postcode", ""))
        .without("street_number", "street", "city", "postcode");
  }

  private static Sheet padded(Sheet sheet) {
    return sheet
        .with("row", (row, i) -> "" + (i + 1))
        .with("created", (row, i) -> "2024-03-" + (10 + i % 20) + " 10:" + (10 + i % 50) + ":00")
        .with("tenant", (row, i) -> "ACME Retail")
        .with("note", (row, i) -> "called on line " + i % 7 + "\nwants \"a quote\", soon; urgent")
        .with("key", (row, i) -> new UUID(i * 7919L, i).toString())
        .with("amount", (row, i) -> i % 977 + "." + (10 + i % 90))
        .with("status", (row, i) -> List.of("active", "lapsed", "new").get(i % 3))
        .with("customer_id", (row, i) -> "C" + (100_000 + i * 37))
        .with("lat", (row, i) -> "-33." + (860_000 + i * 13));
  }

  private static Sheet named(Sheet sheet, String names) {
    String[] to = names.split("\\|", -1);
    String[] from = COLUMNS.split(" ", -1);
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < from.length; i++) {
      renamed.put(from[i], to[i]);
    }
    return sheet.renamed(renamed);
  }

  private static Arrived comma(Sheet sheet) {
    return one(sheet, ',');
  }

  private static Arrived one(Sheet sheet, char separator) {
    return of(sheet.csv(separator, true), StandardCharsets.UTF_8, "truth");
  }

  private static Arrived of(String csv, Charset charset, String truth) {
    return new Arrived(List.of(csv.getBytes(charset)), truth);
  }

  private static byte[] bytes(String csv) {
    return csv.getBytes(StandardCharsets.UTF_8);
  }
}
