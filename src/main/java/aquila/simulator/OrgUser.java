package aquila.simulator;

import java.util.EnumSet;
import java.util.Set;

/**
 * A user of the org.
 *
 * @param username the login name, which is not the e-mail address
 * @param state whether the user may log in now
 * @param permissions the system permissions that matter here
 */
public record OrgUser(String username, State state, Set<Permission> permissions) {

  /** System permissions; the names on the wire are {@code Permissions} and these words. */
  public enum Permission {
    API_ENABLED("ApiEnabled"),
    API_USER_ONLY("ApiUserOnly"),
    VIEW_EVENT_LOG_FILES("ViewEventLogFiles"),
    VIEW_ALL_DATA("ViewAllData"),
    MODIFY_ALL_DATA("ModifyAllData"),
    VIEW_SETUP("ViewSetup");

    private final String word;

    Permission(String word) {
      this.word = word;
    }

    /** The field of UserPermissionAccess. */
    String field() {
      return "Permissions" + word;
    }
  }

  /** Whether the user may log in, and what the token endpoint says if not. */
  public enum State {
    ACTIVE("", ""),
    INACTIVE("invalid_grant", "inactive user"),
    LOCKED("invalid_grant", "user is locked"),
    IP_RESTRICTED("invalid_grant", "ip restricted"),
    OUTSIDE_LOGIN_HOURS("invalid_grant", "login hours restricted"),
    RATE_EXCEEDED("invalid_grant", "login rate exceeded");

    private final String error;
    private final String description;

    State(String error, String description) {
      this.error = error;
      this.description = description;
    }

    /** The refusal; nonsense for a user who may log in. */
    Reply refusal() {
      return Reply.tokenError(400, error, description);
    }
  }

  public OrgUser {
    permissions = Set.copyOf(permissions);
  }

  /** A user as the set-up guide makes one: API only, and may read event log files. */
  public static OrgUser named(String username) {
    return new OrgUser(
        username,
        State.ACTIVE,
        EnumSet.of(
            Permission.API_ENABLED, Permission.API_USER_ONLY, Permission.VIEW_EVENT_LOG_FILES));
  }

  /** The same user in another state. */
  public OrgUser with(State other) {
    return new OrgUser(username, other, permissions);
  }

  /** The same user without a permission. */
  public OrgUser without(Permission permission) {
    EnumSet<Permission> fewer = EnumSet.noneOf(Permission.class);
    fewer.addAll(permissions);
    fewer.remove(permission);
    return new OrgUser(username, state, fewer);
  }

  /** The same user with one more permission. */
  public OrgUser with(Permission permission) {
    EnumSet<Permission> more = EnumSet.of(permission);
    more.addAll(permissions);
    return new OrgUser(username, state, more);
  }

  boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** Whether EventLogFile exists for this user. */
  boolean seesEventLogFiles() {
    return may(Permission.VIEW_EVENT_LOG_FILES) || may(Permission.VIEW_ALL_DATA);
  }
}
