/** Contacts, deals, tasks and interactions as views of profiles. Floor 4. */
@NullMarked
package io.customerhub.crm;

import org.jspecify.annotations.NullMarked;
