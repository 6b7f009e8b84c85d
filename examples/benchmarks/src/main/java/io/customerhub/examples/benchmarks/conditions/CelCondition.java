package io.customerhub.examples.benchmarks.conditions;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/** The condition in the Common Expression Language, compiled once. */
final class CelCondition {

  private static final CelRuntime.Program PROGRAM =
      compiled(
          """
          has(t.country) && t.country in ["VN", "TH", "DE"]
          && has(t.plan) && t.plan == "pro"
          && has(t.age) && t.age >= 18.0 && t.age <= 65.0
          && has(t.email)
          && !(has(t.city) && t.city == "London")
          && has(t.score) && t.score >= 50.0
          && has(t.newsletter) && t.newsletter == true
          && has(t.name) && t.name.startsWith("A")
          && orders.filter(o, o.time >= from && o.time < now && o.revenue >= 50.0).size() >= 2""");

  private CelCondition() {}

  static Question of(Customer customer) {
    Map<String, Object> variables = PlainForm.of(customer);
    return () -> answer(variables);
  }

  private static boolean answer(Map<String, Object> variables) {
    try {
      return (Boolean) PROGRAM.eval(variables);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CelRuntime.Program compiled(String expression) {
    MapType map = MapType.create(SimpleType.STRING, SimpleType.DYN);
    CelCompiler compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("t", map)
            .addVar("orders", ListType.create(map))
            .addVar("from", SimpleType.INT)
            .addVar("now", SimpleType.INT)
            .setResultType(SimpleType.BOOL)
            .build();
    try {
      return CelRuntimeFactory.standardCelRuntimeBuilder()
          .build()
          .createProgram(compiler.compile(expression).getAst());
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException(e);
    }
  }
}
