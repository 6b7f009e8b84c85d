package io.customerhub.spi;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which members have to be compared once more. A request is added with what makes it
 * necessary and removed with what was found, each in one transaction: so none is lost, and working
 * one off twice does no harm.
 */
public interface RedoStore {

  /**
   * Adds requests.
   *
   * @throws IllegalArgumentException if the id of one is taken
   */
  void add(Collection<Redo> requests);

  /**
   * Returns requests in ascending order of id.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most requests to return, at least 1
   */
  List<Redo> list(@Nullable UUID after, int limit);

  /** Removes requests; ids that are not there, or not any more, are passed over. */
  void remove(Collection<UUID> ids);
}
