package io.customerhub.engine;

import io.customerhub.spi.StoredForm;
import io.customerhub.value.RfmBreaks;
import io.customerhub.value.RfmModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The RFM model as it is kept: a record about nobody, of which each refresh writes a version. */
final class RfmRecord {

  private static final KeptSetting KEPT = new KeptSetting("rfm_model", 1);

  private RfmRecord() {}

  static Optional<RfmModel> find(Unit unit) {
    return KEPT.body(unit).map(RfmRecord::read);
  }

  static List<RfmModel> history(Unit unit) {
    return KEPT.history(unit).stream().map(record -> read(record.body())).toList();
  }

  static void write(Unit unit, RfmModel model) {
    String body = StoredForm.texts(texts(model));
    KEPT.write(unit, body, KeptSetting.HUB, "refresh as of " + model.asOf());
    unit.forgetSegments();
  }

  private static Map<String, String> texts(RfmModel model) {
    return Map.of(
        "event", model.event(),
        "amount", model.amount(),
        "asOf", model.asOf().toString(),
        "days", Integer.toString(model.days()),
        "recency", text(model.breaks().recency()),
        "frequency", text(model.breaks().frequency()),
        "monetary", text(model.breaks().monetary()));
  }

  private static RfmModel read(String body) {
    Map<String, String> texts = StoredForm.texts(body);
    return new RfmModel(
        texts.getOrDefault("event", ""),
        texts.getOrDefault("amount", ""),
        LocalDate.parse(texts.getOrDefault("asOf", "")),
        Integer.parseInt(texts.getOrDefault("days", "")),
        new RfmBreaks(
            numbers(texts.getOrDefault("recency", "")),
            numbers(texts.getOrDefault("frequency", "")),
            numbers(texts.getOrDefault("monetary", ""))));
  }

  private static String text(List<BigDecimal> numbers) {
    return numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" "));
  }

  private static List<BigDecimal> numbers(String text) {
    return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
  }
}
