package io.customerhub.examples.benchmarks.conditions;

import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.util.HashMap;
import java.util.Map;

/** The condition in JsonLogic, parsed once. Inside a filter it sees nothing but the element. */
final class JsonLogicCondition {

  private static final JsonLogic LOGIC = new JsonLogic();

  private static final String RULE =
      """
      {"and":[
        {"in":[{"var":"t.country"},["VN","TH","DE"]]},
        {"==":[{"var":"t.plan"},"pro"]},
        {"<=":[18,{"var":"t.age"},65]},
        {"!=":[{"var":"t.email"},null]},
        {"!=":[{"var":"t.city"},"London"]},
        {">=":[{"var":"t.score"},50]},
        {"==":[{"var":"t.newsletter"},true]},
        {"==":[{"substr":[{"var":"t.name"},0,1]},"A"]},
        {">=":[
          {"reduce":[
            {"filter":[{"var":"orders"},{"and":[
              {"<=":[FROM,{"var":"time"}]},
              {"<":[{"var":"time"},NOW]},
              {">=":[{"var":"revenue"},50]}]}]},
            {"+":[1,{"var":"accumulator"}]},
            0]},
          2]}]}""";

  private JsonLogicCondition() {}

  static Question of(Customer customer) {
    Map<String, Object> data = new HashMap<>(PlainForm.of(customer));
    String rule =
        RULE.replace("FROM", String.valueOf(data.get("from")))
            .replace("NOW", String.valueOf(data.get("now")));
    return () -> answer(rule, data);
  }

  private static boolean answer(String rule, Map<String, Object> data) {
    try {
      return (Boolean) LOGIC.apply(rule, data);
    } catch (JsonLogicException e) {
      throw new IllegalStateException(e);
    }
  }
}
