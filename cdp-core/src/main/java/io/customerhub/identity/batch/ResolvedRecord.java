package io.customerhub.identity.batch;

import java.util.Objects;

/**
 * Where a record ended.
 *
 * @param id the record's id
 * @param cluster the person: the smallest id among its records, so that it does not depend on order
 * @param bits the weight of the record's best match within the cluster; 0 if it is alone
 * @param reason how that match agrees, such as {@code name exact, email exact}; no personal data
 */
public record ResolvedRecord(String id, String cluster, double bits, String reason) {

  /** Checks that the parts are there. */
  public ResolvedRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(reason, "reason");
  }
}
