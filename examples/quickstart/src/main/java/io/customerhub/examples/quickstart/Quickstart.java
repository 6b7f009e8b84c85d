package io.customerhub.examples.quickstart;

import io.customerhub.storage.jdbc.Placeholder;

/** Prints which parts of Customer Hub are on the class path. */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Runs the example.
   *
   * @param args ignored
   */
  public static void main(String[] args) {
    System.out.println("Customer Hub: " + Placeholder.parts());
  }
}
