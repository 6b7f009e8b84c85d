package io.customerhub.engine;

import io.customerhub.event.Identifier;
import io.customerhub.event.Limits;
import io.customerhub.identity.IdentifierNormalizer;
import io.customerhub.identity.Normalized;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds identifiers in input that could not be read: broken JSON, rows of files, free text. What
 * looks like an e-mail address or a phone number is one; any other word may be an identifier of any
 * namespace asked for.
 */
final class NamedIn {

  /** The namespaces to look for where it is not known which ones a person has. */
  static final Set<String> USUAL =
      Set.of(
          Identifier.USER_ID,
          Identifier.ANONYMOUS_ID,
          Identifier.LOYALTY_CARD,
          Identifier.DEVICE_ID);

  /** A shorter word is a number or an abbreviation more often than a person. */
  private static final int SHORTEST = 3;

  private static final Pattern VALUES = Pattern.compile("[\",\\t\\r\\n]+");

  private static final Pattern CELLS = Pattern.compile("[\"',;|\\t\\r\\n{}\\[\\]]+");

  private static final Pattern WORDS = Pattern.compile("[\\s\"',;|{}\\[\\]<>()=:]+");

  private static final Pattern PHONES = Pattern.compile("\\+?[0-9(][0-9 ()./-]{4,30}[0-9]");

  private final IdentifierNormalizer normalizer;
  private final Collection<String> namespaces;

  NamedIn(IdentifierNormalizer normalizer, Collection<String> namespaces) {
    this.normalizer = normalizer;
    this.namespaces = namespaces;
  }

  /** Returns the identifiers that a text may name, normalised; more than it does name. */
  Set<Identifier> identifiers(String raw) {
    Set<Identifier> found = new TreeSet<>();
    VALUES.splitAsStream(raw).forEach(value -> word(found, value.strip()));
    CELLS.splitAsStream(raw).forEach(cell -> word(found, cell.strip()));
    WORDS.splitAsStream(raw).forEach(word -> word(found, word));
    Matcher phone = PHONES.matcher(raw);
    while (phone.find()) {
      add(found, Identifier.PHONE, phone.group());
    }
    return found;
  }

  private void word(Set<Identifier> found, String word) {
    if (word.length() < SHORTEST || word.length() > Limits.IDENTIFIER_LENGTH) {
      return;
    }
    if (word.indexOf('@') > 0) {
      add(found, Identifier.EMAIL, word);
    }
    for (String namespace : namespaces) {
      if (!namespace.equals(Identifier.EMAIL) && !namespace.equals(Identifier.PHONE)) {
        add(found, namespace, word);
      }
    }
  }

  private void add(Set<Identifier> found, String namespace, String value) {
    if (normalizer.normalize(new Identifier(namespace, value)) instanceof Normalized.Key key) {
      found.add(key.identifier());
    }
  }
}
