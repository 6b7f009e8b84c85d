/** The first lines of the README as one program. */
@NullMarked
package io.customerhub.examples.quickstart;

import org.jspecify.annotations.NullMarked;
