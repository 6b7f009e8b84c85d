package io.customerhub.spi;

import java.util.List;
import java.util.Optional;

/** Keeps segment definitions. */
public interface SegmentStore {

  /**
   * Adds a definition of version 0.
   *
   * @throws ConflictException if the name is taken
   */
  void insert(SegmentDefinition definition);

  /**
   * Replaces a definition; it gets the next version.
   *
   * @throws StaleWriteException if the stored version is not {@link SegmentDefinition#version()}
   */
  void save(SegmentDefinition definition);

  /** Returns a definition. */
  Optional<SegmentDefinition> find(String name);

  /** Returns all definitions, sorted by name. */
  List<SegmentDefinition> all();

  /** Removes a definition and returns whether there was one. Memberships are not its business. */
  boolean remove(String name);
}
