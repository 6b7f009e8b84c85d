package io.customerhub.examples.quickstart;

import java.util.List;

/**
 * What became of one file.
 *
 * @param file its name
 * @param source the source its events are said by
 * @param read items read
 * @param fresh items that were new
 * @param known items that were known before
 * @param setAside items not taken
 * @param inHub whether the hub keeps the items not taken
 * @param keysRefused identifiers of taken items that are no key to anybody
 * @param problems the first of the items not taken
 * @param broken why reading broke off; empty if it did not
 */
record Loaded(
    String file,
    String source,
    long read,
    long fresh,
    long known,
    long setAside,
    boolean inHub,
    long keysRefused,
    List<Problem> problems,
    String broken) {

  static Loaded unreadable(String file, String why) {
    return new Loaded(file, "", 0, 0, 0, 0, false, 0, List.of(), why);
  }
}
