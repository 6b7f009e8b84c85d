/**
 * The hub itself: composition only. Floor 5.
 *
 * <p>Read {@link io.customerhub.CustomerHub} first. It puts the engine of the customer data half
 * and the services of the CRM on one storage, one clock and one source of ids, and adds nothing but
 * the timeline that shows both halves in one stream. It lives in this module because it is the
 * lowest that sees both; a host that wants only the customer data half uses {@link
 * io.customerhub.engine.CustomerEngine}.
 */
@NullMarked
package io.customerhub;

import org.jspecify.annotations.NullMarked;
