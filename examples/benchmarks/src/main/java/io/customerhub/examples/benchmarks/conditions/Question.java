package io.customerhub.examples.benchmarks.conditions;

/** Whether the condition holds of one customer, ready to be asked again and again. */
@FunctionalInterface
public interface Question {

  /** Answers it. */
  boolean answer();
}
