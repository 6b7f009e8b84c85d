/** Stores in a relational database. Floor 5. */
@NullMarked
package io.customerhub.storage.jdbc;

import org.jspecify.annotations.NullMarked;
