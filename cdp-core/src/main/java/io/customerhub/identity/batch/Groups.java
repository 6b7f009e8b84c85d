package io.customerhub.identity.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Records grouped into people so far. */
final class Groups {

  private final int[] groupOf;
  private final List<int[]> members;

  Groups(int records) {
    groupOf = new int[records];
    members = new ArrayList<>(records);
    for (int i = 0; i < records; i++) {
      groupOf[i] = i;
      members.add(new int[] {i});
    }
  }

  int groupOf(int record) {
    return groupOf[record];
  }

  int[] groups() {
    return groupOf.clone();
  }

  /** Returns the records of a group; empty if it went into another. */
  int[] members(int group) {
    return members.get(group);
  }

  /** Returns all records, those of one group after each other. */
  int[] inOrder() {
    int[] order = new int[groupOf.length];
    int at = 0;
    for (int[] group : members) {
      System.arraycopy(group, 0, order, at, group.length);
      at += group.length;
    }
    return order;
  }

  void merge(int a, int b) {
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
