/**
 * How the CRM sees a person: owner, lifecycle, do-not-contact, tags. Floor 4.
 *
 * <p>Read {@link io.customerhub.crm.contact.Contact} first. A contact is not kept: it is the view
 * over the {@link io.customerhub.crm.contact.Facet facets} of all ids that belong to the profile
 * now. Each facet stays with the id it was written under, so that merging loses nothing and
 * unmerging has nothing to restore.
 */
@NullMarked
package io.customerhub.crm.contact;

import org.jspecify.annotations.NullMarked;
