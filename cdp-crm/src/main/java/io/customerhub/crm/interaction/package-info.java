/**
 * What was said to whom and when: calls, e-mails, meetings, chats and notes. Floor 4; knows deals
 * only by their id and subject.
 *
 * <p>Read {@link io.customerhub.crm.interaction.Interactions} first. The log only grows: a
 * correction is a further entry.
 */
@NullMarked
package io.customerhub.crm.interaction;

import org.jspecify.annotations.NullMarked;
