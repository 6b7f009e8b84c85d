package io.customerhub.segment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes tests of values as text; what {@link TestParser} reads. Not thread-safe. */
final class TestPrinter {

  private final Printer out;

  TestPrinter(Printer out) {
    this.out = out;
  }

  Printer test(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      return negated(not.test());
    }
    if (test instanceof ValueTest.Compare compare) {
      out.add(compare.op().symbol() + " ");
      return value(compare.value()).add(words(compare.folding()));
    }
    if (test instanceof CompareTrait compare) {
      return out.add(compare.op().symbol() + " trait.")
          .name(compare.trait())
          .add(words(compare.folding()));
    }
    if (test instanceof ValueTest.Between between) {
      out.add("between ");
      value(between.low()).add(" and ");
      return value(between.high());
    }
    if (test instanceof ValueTest.In in) {
      return out.add("in ").add(values(in.values())).add(words(in.folding()));
    }
    if (test instanceof ValueTest.Exists) {
      return out.add("exists");
    }
    return test instanceof ValueTest.Empty ? out.add("is empty") : textOrOther(test);
  }

  private Printer textOrOther(ValueTest test) {
    if (test instanceof ValueTest.Text text) {
      return out.add(words(text.part()) + " ").quoted(text.value()).add(words(text.folding()));
    }
    if (test instanceof Matches matches) {
      Folding folding = Folding.of(matches.ignoringCase(), false);
      return out.add("matches ").quoted(matches.regex()).add(words(folding));
    }
    if (test instanceof ListTest list) {
      return list(list);
    }
    if (test instanceof DateTest date) {
      return date(date);
    }
    if (test instanceof GeoTest geo) {
      return geo(geo);
    }
    throw new AssertionError(test.getClass());
  }

  private Printer negated(ValueTest test) {
    if (test instanceof ValueTest.Exists) {
      return out.add("missing");
    }
    if (test instanceof ListTest.Has has && has.quantifier() == ListTest.Quantifier.ANY) {
      return out.add("has none " + values(has.values()) + words(has.folding()));
    }
    boolean differs =
        (test instanceof ValueTest.Compare compare && compare.op() == ValueTest.Op.EQ)
            || (test instanceof CompareTrait trait && trait.op() == ValueTest.Op.EQ);
    out.add(differs ? "!" : "not ");
    return test(test);
  }

  private Printer list(ListTest test) {
    if (test instanceof ListTest.Has has) {
      return out.add("has " + words(has.quantifier()) + " ")
          .add(values(has.values()))
          .add(words(has.folding()));
    }
    if (test instanceof ListTest.Size size) {
      out.add("size ");
      return test(size.test());
    }
    if (test instanceof ListTest.Fields fields) {
      return out.add("with ").properties(fields.tests());
    }
    ListTest.Elements elements = (ListTest.Elements) test;
    out.add(words(elements.quantifier()) + " match ");
    return elements.test() instanceof ListTest.Fields fields
        ? out.properties(fields.tests())
        : test(elements.test());
  }

  private Printer date(DateTest test) {
    if (test instanceof DateTest.Relative relative) {
      return out.add(word(relative.side()) + " ").quoted(relative.date().toString());
    }
    if (test instanceof DateTest.OnDay on) {
      return out.add("on day ").quoted(on.day().toString());
    }
    if (test instanceof DateTest.Now now) {
      return out.add("in " + word(now.place()));
    }
    if (test instanceof DateTest.Within within) {
      return out.add(words(within.reach()) + " " + within.span());
    }
    if (test instanceof DateTest.Anniversary anniversary) {
      return out.add("anniversary in next " + anniversary.span());
    }
    if (test instanceof DateTest.Weekday weekday) {
      return out.add(
          weekday.days().stream().map(TestPrinter::word).collect(joined("day of week in ")));
    }
    DateTest.PartOfDay part = (DateTest.PartOfDay) test;
    return out.add("part of day from \"" + part.from() + "\" to \"" + part.to() + "\"");
  }

  private Printer geo(GeoTest test) {
    if (test instanceof GeoTest.Near near) {
      return out.add("within " + near.km().toPlainString() + " km of " + point(near.center()));
    }
    List<GeoTest.Point> corners = ((GeoTest.Region) test).corners();
    return out.add(corners.stream().map(TestPrinter::point).collect(joined("in region ")));
  }

  private Printer value(Object value) {
    return out.add(written(value));
  }

  private static String written(Object value) {
    if (value instanceof String text) {
      return new Printer().quoted(text).toString();
    }
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value.toString().toLowerCase(Locale.ROOT);
  }

  private static String values(Collection<Object> values) {
    return values.stream().map(TestPrinter::written).collect(joined(""));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined(String before) {
    return Collectors.joining(", ", before + "(", ")");
  }

  private static String point(GeoTest.Point point) {
    return "(" + point.latitude().toPlainString() + ", " + point.longitude().toPlainString() + ")";
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static String word(DateTest.Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static String word(DateTest.Place place) {
    return place.name().toLowerCase(Locale.ROOT);
  }

  private static String words(ListTest.Quantifier quantifier) {
    return quantifier.name().toLowerCase(Locale.ROOT);
  }

  static String words(DateTest.Reach reach) {
    return reach.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String words(ValueTest.Part part) {
    return switch (part) {
      case CONTAINS -> "contains";
      case STARTS_WITH -> "starts with";
      case ENDS_WITH -> "ends with";
      case LIKE -> "like";
    };
  }

  private static String words(Folding folding) {
    return (folding.ignoresCase() ? " ignoring case" : "")
        + (folding.ignoresAccents() ? " ignoring accents" : "");
  }
}
