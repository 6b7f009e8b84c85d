package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code cdp_block} and {@code cdp_generic_block}. */
final class BlockTable implements CandidateStore {

  private static final String INSERT =
      "INSERT INTO cdp_block (tenant, block, member) VALUES (?, ?, ?)";

  private static final String LOOK_UP =
      "SELECT block, member FROM cdp_block WHERE tenant = ? AND block = ?"
          + " ORDER BY tenant, block, member LIMIT ?";

  private static final String MARK = "INSERT INTO cdp_generic_block (tenant, block) VALUES (?, ?)";

  private final Sql sql;
  private final String tenant;

  private record Entry(String block, ProfileId member) {}

  BlockTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  @Override
  public void index(ProfileId member, Set<String> keys) {
    indexAll(Map.of(member, keys));
  }

  @Override
  public void indexAll(Map<ProfileId, ? extends Set<String>> keys) {
    List<Entry> entries = new ArrayList<>();
    new TreeMap<ProfileId, Set<String>>(keys)
        .forEach(
            (member, own) ->
                own.stream().sorted().forEach(key -> entries.add(new Entry(key, member))));
    sql.insertAll(INSERT, entries, (p, one) -> p.text(tenant).text(one.block()).id(one.member()));
  }

  @Override
  public Map<String, List<ProfileId>> lookUp(Set<String> keys, int limit) {
    Map<String, List<ProfileId>> found = new TreeMap<>();
    sql.listForEach(
            LOOK_UP,
            keys,
            3,
            (p, key) -> p.text(tenant).text(key).number(limit + 1L),
            row -> new Entry(row.text(), row.id()))
        .forEach(
            entry ->
                found.computeIfAbsent(entry.block(), key -> new ArrayList<>()).add(entry.member()));
    found.values().forEach(members -> members.sort(null));
    return found;
  }

  @Override
  public boolean markGeneric(String key) {
    return sql.insert(MARK, p -> p.text(tenant).text(key));
  }
}
