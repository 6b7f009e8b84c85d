package io.customerhub.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Records, which are numbers from 0 on, grouped into people so far. Not thread-safe. */
public final class Groups {

  private final int[] groupOf;
  private final List<int[]> members;

  /** Creates a group for each of so many records. */
  public Groups(int records) {
    groupOf = new int[records];
    members = new ArrayList<>(records);
    for (int i = 0; i < records; i++) {
      groupOf[i] = i;
      members.add(new int[] {i});
    }
  }

  /**
   * Creates groups.
   *
   * @param groupOf for each record the smallest one of its group
   */
  Groups(int[] groupOf) {
    this.groupOf = groupOf.clone();
    this.members = new ArrayList<>(groupOf.length);
    int[] sizes = new int[groupOf.length];
    for (int group : groupOf) {
      sizes[group]++;
    }
    for (int size : sizes) {
      members.add(new int[size]);
    }
    for (int record = groupOf.length - 1; record >= 0; record--) {
      members.get(groupOf[record])[--sizes[groupOf[record]]] = record;
    }
  }

  /** Returns the group of a record: the smallest number in it. */
  public int groupOf(int record) {
    return groupOf[record];
  }

  /** Returns the group of each record. */
  public int[] groups() {
    return groupOf.clone();
  }

  /** Returns the records of a group; empty if it went into another. */
  public int[] members(int group) {
    return members.get(group);
  }

  /** Returns all records, those of one group after each other. */
  public int[] inOrder() {
    int[] order = new int[groupOf.length];
    int at = 0;
    for (int[] group : members) {
      System.arraycopy(group, 0, order, at, group.length);
      at += group.length;
    }
    return order;
  }

  /** Makes two groups one. */
  public void merge(int a, int b) {
    int into = Math.min(a, b);
    int from = Math.max(a, b);
    int[] more = members.get(from);
    int[] all = Arrays.copyOf(members.get(into), members.get(into).length + more.length);
    System.arraycopy(more, 0, all, all.length - more.length, more.length);
    for (int record : more) {
      groupOf[record] = into;
    }
    members.set(into, all);
    members.set(from, new int[0]);
  }
}
