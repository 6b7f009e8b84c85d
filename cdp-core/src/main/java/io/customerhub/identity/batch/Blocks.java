package io.customerhub.identity.batch;

/**
 * An inverted index from keys to records. A key that too many records hold is narrowed by what else
 * they say; what is still too large is cut into overlapping runs, so that the work per record is
 * bounded whatever the data. Immutable.
 */
final class Blocks {

  /**
   * What became of the keys.
   *
   * @param narrowed how many keys were narrowed because too many records held them
   * @param cut how many narrowed keys were still held by too many
   * @param unlinkable how many records have no key at all
   */
  record Counts(int narrowed, int cut, int unlinkable) {}

  /** Most records of a block. */
  static final int CAP = 30;

  /** A key that more records hold does not suffice alone: the pair has to share another one. */
  private static final int ALONE = 12;

  /** Record to the blocks it is in, and block to its records, ascending. */
  private final int[] blocksFrom;

  private final int[] blocks;
  private final BlockList list;
  private final int unlinkable;

  private Blocks(BlockList list, int records, int unlinkable) {
    this.list = list;
    this.unlinkable = unlinkable;
    blocksFrom = new int[records + 2];
    blocks = new int[list.entries()];
    for (int at = 0; at < list.entries(); at++) {
      blocksFrom[list.member(at) + 2]++;
    }
    for (int i = 2; i < blocksFrom.length; i++) {
      blocksFrom[i] += blocksFrom[i - 1];
    }
    // Filling moves each start to where the next one is, which is where it belongs.
    for (int block = 0; block < list.size(); block++) {
      for (int at = list.from(block); at < list.from(block + 1); at++) {
        blocks[blocksFrom[list.member(at) + 1]++] = block;
      }
    }
  }

  static Blocks of(BlockBuilding building) {
    return new Blocks(building.run(), building.records(), building.unlinkable());
  }

  /** Finds the records before this one that share a block with it. */
  void candidates(int record, Candidates into) {
    into.start();
    for (int b = blocksFrom[record]; b < blocksFrom[record + 1]; b++) {
      int block = blocks[b];
      int from = list.from(block);
      int bit = 1 << list.kind(block);
      int worth = list.from(block + 1) - from > ALONE ? 1 : 2;
      for (int at = from; list.member(at) != record; at++) {
        into.add(list.member(at), bit, worth);
      }
    }
  }

  /** Returns what is to be told of the keys. */
  Counts counts() {
    return new Counts(list.narrowed(), list.cut(), unlinkable);
  }
}
