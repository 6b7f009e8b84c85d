package io.customerhub.engine;

import io.customerhub.profile.ProfileId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member that is to be looked at again.
 *
 * @param member the member
 * @param requests what asked for it
 * @param first what was found when it was born a moment ago; null if that is not known any more
 */
record Waiting(ProfileId member, Set<UUID> requests, @Nullable Neighbourhood first) {}
