package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.event.Masking;
import io.customerhub.identity.Waterfall;
import io.customerhub.profile.Member;
import java.util.ArrayList;
import java.util.List;

/** Lines of an explanation, none too long for a terminal. */
final class Lines {

  private static final String INDENT = "       ";

  private final StringBuilder out = new StringBuilder();

  /** Adds a text, broken between words where it is too long. */
  void line(String text) {
    String rest = text.replace('\n', ' ').stripTrailing();
    while (rest.length() > Waterfall.COLUMNS) {
      int blank = rest.lastIndexOf(' ', Waterfall.COLUMNS);
      int end = blank > INDENT.length() ? blank : Waterfall.COLUMNS;
      out.append(rest, 0, end).append('\n');
      rest = INDENT + rest.substring(end).stripLeading();
    }
    out.append(rest).append('\n');
  }

  String text() {
    return out.toString();
  }

  /** Returns what a member says of itself, its values masked. */
  static String masked(Member member) {
    List<String> words = new ArrayList<>(List.of(member.id().toString()));
    member.fields().forEach((field, value) -> words.add(field + "=" + Masking.mask(value)));
    for (Identifier identifier : member.identifiers()) {
      words.add(identifier.namespace() + ":" + identifier.masked());
    }
    return String.join(" ", words);
  }
}
