package io.customerhub.segment;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Walks of the tests below a test. */
final class TestTree {

  private TestTree() {}

  /** Returns a test and all tests below it. */
  static Stream<ValueTest> all(ValueTest test) {
    return Stream.concat(Stream.of(test), children(test).stream().flatMap(TestTree::all));
  }

  static int nodes(List<PropertyTest> tests) {
    return tests.stream().mapToInt(one -> (int) all(one.test()).count()).sum();
  }

  /** Returns whether a value may pass a test now and fail it later, or the other way round. */
  static boolean isTimed(ValueTest test) {
    return all(test)
        .anyMatch(
            one ->
                one instanceof DateTest.Now
                    || one instanceof DateTest.Within
                    || one instanceof DateTest.Anniversary);
  }

  /**
   * Checks that one more test can be put on top of another.
   *
   * @throws IllegalArgumentException if not
   */
  static void check(ValueTest below) {
    Objects.requireNonNull(below, "test");
    if (depth(below) >= SegmentLimits.TEST_DEPTH) {
      throw new IllegalArgumentException(
          "tests nested deeper than " + SegmentLimits.TEST_DEPTH + " levels");
    }
  }

  private static int depth(ValueTest test) {
    return 1 + children(test).stream().mapToInt(TestTree::depth).max().orElse(0);
  }

  private static List<ValueTest> children(ValueTest test) {
    if (test instanceof ValueTest.Not not) {
      return List.of(not.test());
    }
    if (test instanceof ListTest.Size size) {
      return List.of(size.test());
    }
    if (test instanceof ListTest.Elements elements) {
      return List.of(elements.test());
    }
    return test instanceof ListTest.Fields fields
        ? fields.tests().stream().map(PropertyTest::test).toList()
        : List.of();
  }
}
