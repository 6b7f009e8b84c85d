package io.customerhub.storage.jdbc;

import io.customerhub.profile.ProfileId;
import io.customerhub.spi.CandidateStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code cdp_block} and {@code cdp_generic_block}. */
final class BlockTable implements CandidateStore {

  private static final String INSERT =
      "INSERT INTO cdp_block (tenant, block, member) VALUES (?, ?, ?)";

  private static final String LOOK_UP =
      "SELECT block, member FROM cdp_block WHERE tenant = ? AND block = ?"
          + " ORDER BY tenant, block, member LIMIT ?";

  private static final String MARK = "INSERT INTO cdp_generic_block (tenant, block) VALUES (?, ?)";

  private static final String MARKED =
      "SELECT g.block FROM {keys}"
          + Keys.each("cdp_generic_block g", "g.tenant = ? AND g.block = k.k1");

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
  public Map<String, Block> lookUp(Set<String> keys, int limit) {
    SortedMap<String, SortedSet<ProfileId>> members = members(keys, limit);
    Set<String> marked = marked(keys);
    marked.forEach(key -> members.computeIfAbsent(key, k -> new TreeSet<>()));
    SortedMap<String, Block> blocks = new TreeMap<>();
    members.forEach((key, of) -> blocks.put(key, new Block(List.copyOf(of), marked.contains(key))));
    return blocks;
  }

  private SortedMap<String, SortedSet<ProfileId>> members(Set<String> keys, int limit) {
    SortedMap<String, SortedSet<ProfileId>> found = new TreeMap<>();
    sql.listForEach(
            LOOK_UP,
            keys,
            3,
            (p, key) -> p.text(tenant).text(key).number(limit + 1L),
            row -> new Entry(row.text(), row.id()))
        .forEach(
            entry ->
                found.computeIfAbsent(entry.block(), key -> new TreeSet<>()).add(entry.member()));
    return found;
  }

  private Set<String> marked(Set<String> keys) {
    return new HashSet<>(sql.listByKeys(MARKED, Keys.TEXTS, keys, p -> p.text(tenant), Row::text));
  }

  @Override
  public boolean markGeneric(String key) {
    return sql.insert(MARK, p -> p.text(tenant).text(key));
  }
}
