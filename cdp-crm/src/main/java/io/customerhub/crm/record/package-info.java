/**
 * Typed records over the general {@link io.customerhub.spi.RecordStore}. Floor 4, below the CRM's
 * entities.
 *
 * <p>Read {@link io.customerhub.crm.record.RecordKind} first: an entity says how it is written as
 * JSON and by which keys it is looked up, and {@link io.customerhub.crm.record.Records} does the
 * rest. Public because the entities live in other packages, and of use for a host's own kinds.
 *
 * <p>JSON is written field by field rather than by reflection: what is stored is then decided here
 * and not by the names of Java members, and no JSON library shows in a signature.
 */
@NullMarked
package io.customerhub.crm.record;

import org.jspecify.annotations.NullMarked;
