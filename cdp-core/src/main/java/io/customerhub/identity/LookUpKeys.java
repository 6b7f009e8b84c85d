package io.customerhub.identity;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The keys under which records find each other, and what takes the place of those that too many
 * hold.
 *
 * <p>A key that is too common to say anything is combined with one more thing that the record says:
 * the year or the day of birth, how the name sounds, the place, the street. If the combination is
 * still too common it is combined with another one, and so on; what is common in all of these is
 * compared by other keys or not at all. So which records are compared depends on how many hold each
 * key and not on who came first. Not thread-safe.
 */
public final class LookUpKeys {

  /** From how much on two records are worth comparing, see {@link #worth}. */
  public static final int ENOUGH = 2;

  /** Of a record that is compared with nobody. */
  static final LookUpKeys NONE = new LookUpKeys(Set.of(), List.of());

  private static final Set<String> WEAK = Set.of("b:", "by:", "bd:", "nc:", "ns:", "mb:");

  private final Set<String> keys;
  private final List<String> parts;
  private final Map<String, Narrowed> narrowed = new HashMap<>();

  /**
   * A key of the record.
   *
   * @param key the key it was first
   * @param by a bit for each of the parts that narrow it
   */
  private record Narrowed(String key, int by) {}

  private LookUpKeys(Set<String> keys, List<String> parts) {
    this.keys = keys;
    this.parts = parts;
    keys.forEach(key -> narrowed.put(key, new Narrowed(key, 0)));
  }

  static LookUpKeys of(MatchRecord record) {
    return new LookUpKeys(BlockingKeys.of(record), NarrowingParts.of(record));
  }

  /** Returns the keys that are asked first; empty if the record says too little. */
  public Set<String> keys() {
    return keys;
  }

  /**
   * Returns the keys that take the place of one that too many hold.
   *
   * @param key one of {@link #keys} or of what this returned
   * @return at most 5 keys of at most 128 characters; empty if the record says no more
   * @throws IllegalArgumentException if it is not a key of this record
   */
  public Set<String> narrower(String key) {
    Narrowed wide = narrowed.get(key);
    if (wide == null) {
      throw new IllegalArgumentException("not a key of this record");
    }
    Set<String> narrower = new LinkedHashSet<>();
    // Only parts behind the last one, so that each combination comes up once.
    for (int i = Integer.SIZE - Integer.numberOfLeadingZeros(wide.by()); i < parts.size(); i++) {
      if (!parts.get(i).isEmpty()) {
        narrower.add(narrowed(new Narrowed(wide.key(), wide.by() | 1 << i)));
      }
    }
    return narrower;
  }

  /**
   * Returns whether another record has a key too.
   *
   * @param key one of {@link #keys} or of what {@link #narrower} returned
   */
  public boolean isShared(String key, LookUpKeys other) {
    Narrowed own = narrowed.get(key);
    return own != null && other.keys.contains(own.key()) && agree(own.by(), other);
  }

  /**
   * Returns how much it is worth that two records share a key: from {@value #ENOUGH} on, in sum,
   * they are worth comparing. Half a birth date and a part of the name, or city and name, are held
   * by many strangers, so it takes two of these.
   *
   * @param key a key of a record
   */
  public static int worth(String key) {
    return WEAK.contains(key.substring(0, key.indexOf(':') + 1)) ? 1 : ENOUGH;
  }

  /** Returns whether two records that share these keys are worth comparing. */
  public static boolean suffice(Collection<String> shared) {
    return shared.stream().mapToInt(LookUpKeys::worth).sum() >= ENOUGH;
  }

  /** Returns the keys that are in use when some are too common. */
  public Set<String> effective(Predicate<String> isGeneric) {
    Set<String> effective = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(keys);
    while (!open.isEmpty()) {
      String key = open.remove();
      if (isGeneric.test(key)) {
        open.addAll(narrower(key));
      } else {
        effective.add(key);
      }
    }
    return effective;
  }

  private boolean agree(int by, LookUpKeys other) {
    for (int i = 0; i < parts.size(); i++) {
      if ((by & 1 << i) != 0 && !parts.get(i).equals(other.parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  private String narrowed(Narrowed key) {
    StringBuilder text = new StringBuilder(key.key());
    for (int i = 0; i < parts.size(); i++) {
      if ((key.by() & 1 << i) != 0) {
        text.append('\u0001').append(i).append(parts.get(i));
      }
    }
    // Hashed, as cutting would make many equal; two that are by accident cost a comparison.
    String name = "g:" + Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8);
    narrowed.put(name, key);
    return name;
  }
}
