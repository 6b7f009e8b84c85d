/**
 * Brings text in any of the more usual scripts into Latin letters, for comparing only. The floor
 * below {@code identity}; no dependency but the JDK.
 *
 * <p>Read {@link io.customerhub.identity.script.Romanization} first; there is nothing else to use.
 *
 * <p>Own tables instead of ICU's transliterators, which were tried: their jar weighs 14 MB, more
 * than all the rest of the library with what it needs, they spell by the letter and not as names
 * are spelled (Ûlia for Yulia, Mhmd for Mohammed, Gim for Kim), and what two records agree in would
 * depend on which jar a host happens to have. Cyrillic, Greek, kana and hangul follow rules. Arabic
 * and Hebrew leave out vowels, so their usual names are a list and the rest is spelled by
 * consonants. Chinese characters have no rule; their readings are a resource of 65 KB made from
 * Unicode's, read when the first one comes. A Japanese name in them is read as Chinese, which is
 * wrong and yet equal for equal names.
 */
@NullMarked
package io.customerhub.identity.script;

import org.jspecify.annotations.NullMarked;
