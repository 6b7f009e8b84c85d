package io.customerhub.storage.jdbc;

/** What opening a storage does about its tables. Immutable. */
public enum SchemaMode {
  /** Adds what is missing; needs the right to create tables. */
  MIGRATE,
  /** Checks that nothing is missing, and refuses to open otherwise. */
  VALIDATE,
  /** Does nothing: the host knows that the tables are there. */
  TRUST
}
