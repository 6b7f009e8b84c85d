package io.customerhub.identity;

/** Receives the keys of a record, see {@link IdentityResolver#broadKeys(MatchRecord, KeySink)}. */
@FunctionalInterface
public interface KeySink {

  /**
   * Takes a key; a record may have one more than once.
   *
   * @param kind what it is made of
   * @param hash see {@link BlockingKey#hash}
   */
  void add(KeyKind kind, long hash);
}
