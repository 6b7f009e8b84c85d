/**
 * What happened between us and a person, in order. Floor 4, above the CRM's entities.
 *
 * <p>Read {@link io.customerhub.crm.timeline.CrmTimeline}. Entries are views of records and are not
 * kept; whoever also has events makes entries of them and merges the two lists.
 */
@NullMarked
package io.customerhub.crm.timeline;

import org.jspecify.annotations.NullMarked;
