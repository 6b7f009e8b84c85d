/** A person or organisation as known now, as immutable values. Floor 0: imports only events. */
@NullMarked
package io.customerhub.profile;

import org.jspecify.annotations.NullMarked;
