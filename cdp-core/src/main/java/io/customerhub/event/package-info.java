/** Facts that a business learns about a customer, as immutable values. Floor 0: imports nothing. */
@NullMarked
package io.customerhub.event;

import org.jspecify.annotations.NullMarked;
