package io.customerhub.examples.quickstart.sample;

/**
 * How a person can be reached.
 *
 * @param email first address
 * @param otherEmail second address, or empty
 * @param mobile the person's own phone
 * @param shared a phone of somebody else in the household too, or the own one
 */
record Contact(String email, String otherEmail, Phone mobile, Phone shared) {

  boolean hasOtherEmail() {
    return !otherEmail.isEmpty();
  }

  /** Returns the second address this often, else the first. */
  String someEmail(Dice dice, double second) {
    return hasOtherEmail() && dice.chance(second) ? otherEmail : email;
  }
}
