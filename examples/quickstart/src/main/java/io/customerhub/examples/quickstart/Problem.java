package io.customerhub.examples.quickstart;

import io.customerhub.intake.Parsed;
import io.customerhub.spi.SetAside;
import java.util.stream.Stream;

/**
 * A row that was not taken.
 *
 * @param place file and line
 * @param field which field; empty if the row as a whole
 * @param reason what was found and expected; no personal data
 */
record Problem(String place, String field, String reason) {

  private static final String LINE = "line ";

  static Problem of(String file, Parsed.Rejected rejected) {
    return new Problem(place(file, rejected.location()), rejected.field(), rejected.message());
  }

  static Problem of(String file, SetAside kept) {
    return new Problem(place(file, kept.location()), kept.field(), kept.message());
  }

  /** Returns place, field and reason in the form that editors and terminals know from compilers. */
  String text() {
    String where = field.isEmpty() ? place : place + " " + field;
    return where + ": " + withoutField();
  }

  /** Messages often begin with the field, which stands before them already. */
  private String withoutField() {
    return Stream.of(field, field.substring(field.lastIndexOf('.') + 1))
        .filter(name -> !name.isEmpty())
        .flatMap(name -> Stream.of(name + ": ", name + " "))
        .filter(reason::startsWith)
        .map(start -> reason.substring(start.length()))
        .findFirst()
        .orElse(reason);
  }

  private static String place(String file, String location) {
    return location.startsWith(LINE)
        ? file + ":" + location.substring(LINE.length())
        : file + (location.equals("document") ? "" : " " + location);
  }
}
