/**
 * The words that all of the CRM shares: money, users, ids, the errors, and the table that every
 * state machine is written as. Floor 4; imports nothing of the other CRM packages.
 *
 * <p>Read {@link io.customerhub.crm.CrmContext} and {@link io.customerhub.crm.StateMachine} first.
 * The CRM is split by what it keeps:
 *
 * <ul>
 *   <li>{@code crm.record}: typed records over the general {@link io.customerhub.spi.RecordStore};
 *       there is no CRM-specific store, so a store written elsewhere need not know what a deal is
 *   <li>{@code crm.deal}, {@code crm.task}, {@code crm.interaction}, {@code crm.contact}: one
 *       package per thing kept, each with its value, its service and its commands
 *   <li>{@code crm.timeline}, {@code crm.report}: views over those
 * </ul>
 *
 * <p><strong>A contact is a facet of a profile, never a second person.</strong> Every record keeps
 * the profile id that it was written under, for ever; what is shown for a person is read through
 * {@link io.customerhub.crm.Members}, the ids that belong together now. A merge or its undoing
 * therefore writes nothing here.
 *
 * <p>A host calls services within its own transaction by building them over a {@link
 * io.customerhub.spi.Storage} that runs the work in it.
 */
@NullMarked
package io.customerhub.crm;

import org.jspecify.annotations.NullMarked;
