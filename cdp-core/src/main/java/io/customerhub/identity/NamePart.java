package io.customerhub.identity;

/** How a part of a name agrees, such as the given name or the surname, best first. */
enum NamePart {
  EXACT,
  NICKNAME,
  CLOSE,
  FAIR,
  INITIAL,
  LOOSE,
  DIFFERENT,
  MISSING;

  boolean atLeast(NamePart other) {
    return compareTo(other) <= 0;
  }
}
