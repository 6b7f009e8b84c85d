/**
 * What live segments cost: {@link io.customerhub.examples.benchmarks.segments.Segments} measures a
 * change, an event of somebody with a long history, and a new segment over everybody.
 */
@NullMarked
package io.customerhub.examples.benchmarks.segments;

import org.jspecify.annotations.NullMarked;
