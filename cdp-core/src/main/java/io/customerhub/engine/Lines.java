package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.event.Masking;
import io.customerhub.identity.Waterfall;
import io.customerhub.profile.Member;
import java.util.ArrayList;
import java.util.List;

/** Lines of an explanation, none too long for a terminal. */
final class Lines {

  private final StringBuilder out = new StringBuilder();

  void line(String text) {
    String line = text.replace('\n', ' ').stripTrailing();
    boolean fits = line.length() <= Waterfall.COLUMNS;
    out.append(fits ? line : line.substring(0, Waterfall.COLUMNS - 3) + "...").append('\n');
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
