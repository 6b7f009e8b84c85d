package io.customerhub.engine;

import io.customerhub.identity.Evidence;
import io.customerhub.profile.MergeId;
import io.customerhub.profile.ProfileId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whom an event turned out to be about, and why. */
public sealed interface Resolution {

  /** Returns the canonical id of the profile at the end of the transaction. */
  ProfileId profile();

  /** Returns why; empty where nothing had to be decided. */
  List<Evidence> evidence();

  /**
   * Nobody known: a new profile.
   *
   * @param profile the new profile
   */
  record Created(ProfileId profile) implements Resolution {
    @Override
    public List<Evidence> evidence() {
      return List.of();
    }
  }

  /**
   * One known profile.
   *
   * @param profile the profile
   * @param evidence what tied the event to it
   */
  record Matched(ProfileId profile, List<Evidence> evidence) implements Resolution {
    /** Copies the evidence. */
    public Matched {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Several known profiles that are one person, and now one profile.
   *
   * @param profile the surviving profile
   * @param merges by which each merge can be undone
   * @param evidence what tied them
   */
  record Merged(ProfileId profile, List<MergeId> merges, List<Evidence> evidence)
      implements Resolution {
    /** Copies the lists. */
    public Merged {
      merges = List.copyOf(merges);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A new profile that resembles known ones, but not enough to decide: it waits in the review list.
   *
   * @param profile the new profile
   * @param candidates the profiles it resembles
   * @param evidence of the closest one
   */
  record Ambiguous(ProfileId profile, SortedSet<ProfileId> candidates, List<Evidence> evidence)
      implements Resolution {
    /** Copies the parts. */
    public Ambiguous {
      candidates = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
      evidence = List.copyOf(evidence);
    }
  }
}
