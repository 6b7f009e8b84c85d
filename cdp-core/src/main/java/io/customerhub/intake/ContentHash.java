package io.customerhub.intake;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names a message that has no id by its content, so that a replay of it is known as such. The order
 * of members and the way a number is written (1, 1.0) make no difference.
 */
final class ContentHash {

  /** 128 bits: no two messages ever met by a tenant share one by chance. */
  private static final int HEX_LENGTH = 32;

  private final MessageDigest digest = sha256();

  private ContentHash() {}

  /** Returns {@value #HEX_LENGTH} hexadecimal digits of the SHA-256 of the tree. */
  static String of(Object tree) {
    ContentHash hash = new ContentHash();
    hash.add(tree);
    return HexFormat.of().formatHex(hash.digest.digest()).substring(0, HEX_LENGTH);
  }

  private void add(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      addMap(map);
    } else if (value instanceof List<?> list) {
      begin('[', list.size());
      list.forEach(this::add);
    } else if (value instanceof Number number) {
      addText('#', canonical(number));
    } else if (value instanceof Boolean flag) {
      begin('?', flag ? 1 : 0);
    } else if (value == null) {
      begin('0', 0);
    } else {
      addText('"', value.toString());
    }
  }

  private void addMap(Map<?, ?> map) {
    begin('{', map.size());
    new TreeMap<>(map)
        .forEach(
            (name, value) -> {
              addText('.', name.toString());
              add(value);
            });
  }

  private void addText(char kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    begin(kind, bytes.length);
    digest.update(bytes);
  }

  /** The length in front keeps ("ab", "c") and ("a", "bc") apart. */
  private void begin(char kind, int length) {
    digest.update(ByteBuffer.allocate(6).putChar(kind).putInt(length).flip());
  }

  /** Not in plain digits, of which 1e1000000 has a million. */
  private static String canonical(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
