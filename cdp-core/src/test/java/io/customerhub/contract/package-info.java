/**
 * What every store has to do, as tests to extend; shipped in the test jar.
 *
 * <p>Extend {@code StorageContract}, return a new, empty storage from {@code open()}, and run it
 * with JUnit 5. There is one contract per store of the SPI and one for transactions.
 */
@NullMarked
package io.customerhub.contract;

import org.jspecify.annotations.NullMarked;
