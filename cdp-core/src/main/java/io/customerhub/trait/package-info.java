/**
 * From facts to what is shown, as pure folds. Floor 1: no store, no clock.
 *
 * <p>Read {@link io.customerhub.trait.ProfileView} first. Each member keeps the latest claim per
 * trait and source; a profile is folded from its members' claims by {@link
 * io.customerhub.trait.Survivorship}. Both folds are commutative, associative and idempotent, so
 * neither the order of events nor that of merges shows in the result, and a merge never has to read
 * an event again. {@link io.customerhub.trait.TraitHistory} tells from the events what was shown
 * when.
 */
@NullMarked
package io.customerhub.trait;

import org.jspecify.annotations.NullMarked;
