package io.customerhub.crm.deal;

/** The part that a person plays in a deal. */
public enum DealRole {
  /** Decides in the end. */
  DECISION_MAKER,
  /** Pleads for it within the customer's organisation. */
  CHAMPION,
  /** Is listened to by those who decide. */
  INFLUENCER,
  /** Controls the money. */
  BUDGET_HOLDER,
  /** Will work with what is bought. */
  USER,
  /** Is against it. */
  BLOCKER
}
