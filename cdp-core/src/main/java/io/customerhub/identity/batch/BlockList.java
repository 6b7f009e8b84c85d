package io.customerhub.identity.batch;

import java.util.Arrays;

/** Blocks of records that share a key, one after the other. Not thread-safe while it grows. */
final class BlockList {

  private static final int START = 256;

  private int[] from = new int[START];
  private byte[] kinds = new byte[START];
  private int[] members = new int[8 * START];
  private int size;
  private int entries;
  private int narrowed;
  private int cut;

  /** Adds a block: the records from a place to before another. */
  void add(int kind, int[] records, int start, int end) {
    reserve(1, end - start);
    System.arraycopy(records, start, members, entries, end - start);
    close(kind, end - start);
  }

  void addAll(BlockList other) {
    reserve(other.size, other.entries);
    System.arraycopy(other.members, 0, members, entries, other.entries);
    for (int block = 0; block < other.size; block++) {
      close(other.kinds[block], other.from[block + 1] - other.from[block]);
    }
    narrowed += other.narrowed;
    cut += other.cut;
  }

  private void reserve(int moreBlocks, int moreEntries) {
    if (size + moreBlocks >= from.length) {
      from = Arrays.copyOf(from, Math.max(size + moreBlocks + 1, from.length + from.length / 2));
      kinds = Arrays.copyOf(kinds, from.length);
    }
    if (entries + moreEntries > members.length) {
      int more = Math.max(entries + moreEntries, members.length + members.length / 2);
      members = Arrays.copyOf(members, more);
    }
  }

  private void close(int kind, int length) {
    kinds[size++] = (byte) kind;
    entries += length;
    from[size] = entries;
  }

  /** Counts a key that too many hold. */
  void countNarrowed() {
    narrowed++;
  }

  /** Counts a narrowed key that too many hold. */
  void countCut() {
    cut++;
  }

  int size() {
    return size;
  }

  int entries() {
    return entries;
  }

  /** Returns where a block starts; it ends where the next one does. */
  int from(int block) {
    return from[block];
  }

  int member(int at) {
    return members[at];
  }

  int kind(int block) {
    return kinds[block];
  }

  int narrowed() {
    return narrowed;
  }

  int cut() {
    return cut;
  }
}
