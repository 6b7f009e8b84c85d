package io.customerhub.spi;

import io.customerhub.profile.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks over all profiles, a page at a time. */
public interface ProfileCatalog {

  /**
   * Returns the ids of profiles in ascending order.
   *
   * @param after the last id of the page before; null for the first page
   * @param limit the most ids to return, at least 1
   */
  List<ProfileId> roots(@Nullable ProfileId after, int limit);

  /** Returns how many profiles there are. */
  long countRoots();

  /** Returns how many members there are. */
  long countMembers();
}
