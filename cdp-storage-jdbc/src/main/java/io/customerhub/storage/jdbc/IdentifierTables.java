package io.customerhub.storage.jdbc;

import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code cdp_identifier} and {@code cdp_holder}. */
final class IdentifierTables {

  // Not VALUES: PostgreSQL's driver can be set to join such rows, and then tells no row's count.
  private static final String CLAIM =
      "INSERT INTO cdp_identifier (tenant, namespace, val)"
          + " SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR)";

  private static final String HOLD =
      "INSERT INTO cdp_holder (tenant, namespace, val, member) VALUES (?, ?, ?, ?)";

  private static final String HOLDERS =
      "SELECT h.namespace, h.val, h.member FROM {keys}"
          + Keys.each("cdp_holder h", "h.tenant = ? AND h.namespace = k.k1 AND h.val = k.k2");

  private static final String CROWDED =
      "SELECT k.k1, k.k2 FROM {keys} WHERE EXISTS (SELECT 1 FROM cdp_holder h"
          + " WHERE h.tenant = ? AND h.namespace = k.k1 AND h.val = k.k2 OFFSET ?)";

  private final Sql sql;
  private final String tenant;

  private record Holder(Identifier identifier, ProfileId member) {}

  IdentifierTables(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  /** Adds identifiers; returns those that were there already. */
  List<Identifier> claim(List<Identifier> sorted) {
    boolean[] inserted =
        sql.insertAll(
            CLAIM, sorted, (p, one) -> p.text(tenant).text(one.namespace()).text(one.value()));
    List<Identifier> known = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      if (!inserted[i]) {
        known.add(sorted.get(i));
      }
    }
    return known;
  }

  void hold(Collection<Member> members) {
    List<Holder> holders = new ArrayList<>();
    for (Member member : members) {
      member.identifiers().stream()
          .distinct()
          .forEach(identifier -> holders.add(new Holder(identifier, member.id())));
    }
    sql.insertAll(
        HOLD,
        holders,
        (p, one) ->
            p.text(tenant)
                .text(one.identifier().namespace())
                .text(one.identifier().value())
                .id(one.member()));
  }

  Set<Identifier> crowded(Set<Identifier> wanted, int most) {
    return Set.copyOf(
        sql.listByKeys(
            CROWDED,
            Keys.IDENTIFIERS,
            wanted,
            p -> p.text(tenant).number(most),
            row -> new Identifier(row.text(), row.text())));
  }

  Map<Identifier, Set<ProfileId>> holders(Collection<Identifier> identifiers) {
    Map<Identifier, Set<ProfileId>> holders = new HashMap<>();
    sql.listByKeys(
            HOLDERS,
            Keys.IDENTIFIERS,
            identifiers,
            p -> p.text(tenant),
            row -> new Holder(new Identifier(row.text(), row.text()), row.id()))
        .forEach(
            holder ->
                holders
                    .computeIfAbsent(holder.identifier(), i -> new HashSet<>())
                    .add(holder.member()));
    return holders;
  }
}
