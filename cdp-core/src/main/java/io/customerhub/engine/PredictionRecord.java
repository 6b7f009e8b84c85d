package io.customerhub.engine;

import io.customerhub.spi.StoredForm;
import io.customerhub.value.BetaGeometric;
import io.customerhub.value.CustomerValue;
import io.customerhub.value.GammaGamma;
import io.customerhub.value.PredictionModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The prediction model as it is kept: a record about nobody, a version for each refresh. */
final class PredictionRecord {

  private static final KeptSetting KEPT = new KeptSetting("prediction_model", 3);

  private PredictionRecord() {}

  static Optional<PredictionModel> find(Unit unit) {
    return KEPT.body(unit).map(PredictionRecord::read);
  }

  static List<PredictionModel> history(Unit unit) {
    return KEPT.history(unit).stream().map(record -> read(record.body())).toList();
  }

  static void write(Unit unit, PredictionModel model) {
    String body = StoredForm.texts(texts(model));
    KEPT.write(unit, body, KeptSetting.HUB, "refresh as of " + model.asOf());
    unit.forgetSegments();
  }

  /** A double's text reads back as the very double. */
  private static Map<String, String> texts(PredictionModel model) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("event", model.event());
    texts.put("amount", model.amount());
    texts.put("asOf", model.asOf().toString());
    texts.put("daysPerPeriod", Integer.toString(model.daysPerPeriod()));
    BetaGeometric purchases = model.models().purchases();
    texts.put("r", Double.toString(purchases.r()));
    texts.put("alpha", Double.toString(purchases.alpha()));
    texts.put("a", Double.toString(purchases.a()));
    texts.put("b", Double.toString(purchases.b()));
    GammaGamma amounts = model.models().amounts();
    texts.put("p", Double.toString(amounts.p()));
    texts.put("q", Double.toString(amounts.q()));
    texts.put("v", Double.toString(amounts.v()));
    return texts;
  }

  private static PredictionModel read(String body) {
    Map<String, String> texts = StoredForm.texts(body);
    return new PredictionModel(
        texts.getOrDefault("event", ""),
        texts.getOrDefault("amount", ""),
        LocalDate.parse(texts.getOrDefault("asOf", "")),
        Integer.parseInt(texts.getOrDefault("daysPerPeriod", "")),
        new CustomerValue(
            new BetaGeometric(
                number(texts, "r"), number(texts, "alpha"), number(texts, "a"), number(texts, "b")),
            new GammaGamma(number(texts, "p"), number(texts, "q"), number(texts, "v"))));
  }

  private static double number(Map<String, String> texts, String name) {
    return Double.parseDouble(texts.getOrDefault(name, ""));
  }
}
