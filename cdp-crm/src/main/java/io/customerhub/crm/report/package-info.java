/**
 * Reports over deals. Floor 4, above the CRM's entities.
 *
 * <p>Read {@link io.customerhub.crm.report.Reports} and {@link
 * io.customerhub.crm.report.FunnelReport} first. A report is a pure fold of deals; how it looks as
 * text, SVG, CSV or Mermaid is written in one class each.
 */
@NullMarked
package io.customerhub.crm.report;

import org.jspecify.annotations.NullMarked;
