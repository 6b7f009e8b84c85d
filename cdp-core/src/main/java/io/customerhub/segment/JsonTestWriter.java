package io.customerhub.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Writes tests of values as trees of JSON; what {@link JsonTests} reads. */
final class JsonTestWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonTestWriter() {}

  static void properties(ObjectNode out, String key, List<PropertyTest> tests) {
    ArrayNode all = out.putArray(key);
    tests.forEach(one -> test(all.addObject().put("property", one.property()), one.test()));
  }

  static void test(ObjectNode out, ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      negated(out, not.test());
    } else if (test instanceof ValueTest.Compare compare) {
      out.set(compare.op().key(), value(compare.value()));
      folding(out, compare.folding());
    } else if (test instanceof CompareTrait compare) {
      out.putObject(compare.op().key()).put("trait", compare.trait());
      folding(out, compare.folding());
    } else if (test instanceof ValueTest.Between between) {
      out.putArray("between").add(value(between.low())).add(value(between.high()));
    } else if (test instanceof ValueTest.In in) {
      out.set("in", values(in.values()));
      folding(out, in.folding());
    } else if (test instanceof ValueTest.Text text) {
      out.put(key(text.part()), text.value());
      folding(out, text.folding());
    } else if (test instanceof Matches matches) {
      out.put("matches", matches.regex());
      folding(out, Folding.of(matches.ignoringCase(), false));
    } else if (test instanceof ListTest list) {
      list(out, list);
    } else {
      other(out, test);
    }
  }

  private static void other(ObjectNode out, ValueTest test) {
    if (test instanceof ValueTest.Exists) {
      out.put("exists", true);
    } else if (test instanceof ValueTest.Empty) {
      out.put("empty", true);
    } else if (test instanceof DateTest date) {
      date(out, date);
    } else if (test instanceof GeoTest geo) {
      geo(out, geo);
    } else {
      throw new AssertionError(test);
    }
  }

  private static void list(ObjectNode out, ListTest test) {
    if (test instanceof ListTest.Has has) {
      out.set(has(has.quantifier()), values(has.values()));
      folding(out, has.folding());
    } else if (test instanceof ListTest.Size size) {
      test(out.putObject("size"), size.test());
    } else if (test instanceof ListTest.Elements elements) {
      test(out.putObject(match(elements.quantifier())), elements.test());
    } else {
      properties(out, "fields", ((ListTest.Fields) test).tests());
    }
  }

  private static void date(ObjectNode out, DateTest test) {
    if (test instanceof DateTest.Relative relative) {
      out.put(lower(relative.side()), relative.date().toString());
    } else if (test instanceof DateTest.OnDay on) {
      out.put("onDay", on.day().toString());
    } else if (test instanceof DateTest.Now now) {
      out.put(lower(now.place()), true);
    } else if (test instanceof DateTest.Within within) {
      out.put(key(within.reach()), JsonSpan.write(within.span()));
    } else if (test instanceof DateTest.Anniversary anniversary) {
      out.put("anniversaryInNext", JsonSpan.write(anniversary.span()));
    } else if (test instanceof DateTest.Weekday weekday) {
      ArrayNode days = out.putArray("dayOfWeek");
      weekday.days().forEach(day -> days.add(lower(day)));
    } else {
      DateTest.PartOfDay part = (DateTest.PartOfDay) test;
      out.putObject("partOfDay")
          .put("from", part.from().toString())
          .put("to", part.to().toString());
    }
  }

  private static void geo(ObjectNode out, GeoTest test) {
    if (test instanceof GeoTest.Near near) {
      point(out.putObject("near"), near.center()).set("km", number(near.km()));
    } else {
      ArrayNode corners = out.putArray("region");
      ((GeoTest.Region) test).corners().forEach(corner -> point(corners.addObject(), corner));
    }
  }

  private static ObjectNode point(ObjectNode out, GeoTest.Point point) {
    out.set("lat", number(point.latitude()));
    out.set("lon", number(point.longitude()));
    return out;
  }

  private static void negated(ObjectNode out, ValueTest test) {
    if (test instanceof ValueTest.Exists) {
      out.put("exists", false);
    } else {
      test(out.putObject("not"), test);
    }
  }

  static String key(ValueTest.Part part) {
    return switch (part) {
      case CONTAINS -> "contains";
      case STARTS_WITH -> "startsWith";
      case ENDS_WITH -> "endsWith";
      case LIKE -> "like";
    };
  }

  static String key(DateTest.Reach reach) {
    return switch (reach) {
      case IN_LAST -> "inLast";
      case IN_NEXT -> "inNext";
      case OLDER_THAN -> "olderThan";
    };
  }

  static String has(ListTest.Quantifier quantifier) {
    return quantifier == ListTest.Quantifier.ANY ? "hasAny" : "hasAll";
  }

  static String match(ListTest.Quantifier quantifier) {
    return quantifier == ListTest.Quantifier.ANY ? "anyMatch" : "allMatch";
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void folding(ObjectNode out, Folding folding) {
    if (folding.ignoresCase()) {
      out.put("ignoringCase", true);
    }
    if (folding.ignoresAccents()) {
      out.put("ignoringAccents", true);
    }
  }

  private static ArrayNode values(Collection<Object> values) {
    ArrayNode out = JSON.arrayNode();
    values.forEach(one -> out.add(value(one)));
    return out;
  }

  private static JsonNode value(Object value) {
    if (value instanceof String text) {
      return JSON.textNode(text);
    }
    return value instanceof BigDecimal number ? number(number) : JSON.booleanNode((Boolean) value);
  }

  /** Whole numbers without an exponent; Jackson would write 100 as 1E+2. */
  static JsonNode number(BigDecimal number) {
    return number.scale() == 0
        ? JSON.numberNode(number.toBigIntegerExact())
        : JSON.numberNode(number);
  }
}
