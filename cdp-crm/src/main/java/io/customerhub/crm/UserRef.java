package io.customerhub.crm;

/**
 * The host's own id of one of its users: an owner, an assignee, the actor of a change.
 *
 * @param id opaque to the library; 1 to {@value CrmLimits#USER} characters
 */
public record UserRef(String id) implements Comparable<UserRef> {

  /** Stands for changes that nobody put a name to. */
  public static final UserRef SYSTEM = new UserRef("system");

  /**
   * Checks the id.
   *
   * @throws InvalidRecordException if it is blank or too long
   */
  public UserRef {
    id = Checks.text("user", id, CrmLimits.USER);
  }

  /** Returns the reference to a user. */
  public static UserRef of(String id) {
    return new UserRef(id);
  }

  @Override
  public int compareTo(UserRef other) {
    return id.compareTo(other.id);
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return id;
  }
}
