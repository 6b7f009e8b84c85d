/**
 * What is to be done, by whom and until when. Floor 4; knows deals only by their id and subject.
 *
 * <p>Read {@link io.customerhub.crm.task.Task} and {@link io.customerhub.crm.task.Tasks} first,
 * then {@link io.customerhub.crm.task.Due}: a day ends when it ends in its own zone.
 */
@NullMarked
package io.customerhub.crm.task;

import org.jspecify.annotations.NullMarked;
