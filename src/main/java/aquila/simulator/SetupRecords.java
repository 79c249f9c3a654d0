package aquila.simulator;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The records that tell of the org itself: its users, their profiles and permissions. */
final class SetupRecords {
  private final Org org;
  private final Instant founded;

  SetupRecords(Org org, Instant founded) {
    this.org = org;
    this.founded = founded;
  }

  Row organization() {
    boolean sandbox = org.setup().conduct().sandbox();
    return Row.of("Organization", org.id())
        .set("Name", "Simulated Org")
        .set("OrganizationType", "Enterprise Edition")
        .set("InstanceName", sandbox ? "CS42" : "NA42")
        .set("IsSandbox", sandbox)
        .set("PrimaryContact", "Ada Ito")
        .set("LanguageLocaleKey", "en_US")
        .set("DefaultLocaleSidKey", "en_US")
        .set("TimeZoneSidKey", "Etc/UTC")
        .set("CreatedDate", founded)
        .row();
  }

  List<Row> users() {
    return org.setup().users().stream().map(this::user).toList();
  }

  private Row user(OrgUser user) {
    return Row.of("User", org.userId(user))
        .set("Username", user.username())
        .set("Name", "Integration User")
        .set("FirstName", "Integration")
        .set("LastName", "User")
        .set("Email", user.username())
        .set("Alias", "integ")
        .set("IsActive", user.state() != OrgUser.State.INACTIVE)
        .set("ProfileId", id("00e", 0))
        .set("UserType", "Standard")
        .set("TimeZoneSidKey", "Etc/UTC")
        .set("LocaleSidKey", "en_US")
        .set("LanguageLocaleKey", "en_US")
        .set("CreatedDate", founded)
        .row();
  }

  List<Row> profiles() {
    return List.of(
        profile(0, "Minimum Access - API Only Integrations"), profile(1, "System Administrator"));
  }

  private Row profile(int number, String name) {
    return Row.of("Profile", id("00e", number))
        .set("Name", name)
        .set("UserLicenseId", id("100", number))
        .set("UserType", "Standard")
        .set("CreatedDate", founded)
        .row();
  }

  List<Row> licenses() {
    return List.of(
        license(0, "Salesforce Integration", "SFDC_INTEGRATION"), license(1, "Salesforce", "SFDC"));
  }

  private Row license(int number, String name, String key) {
    return Row.of("UserLicense", id("100", number))
        .set("Name", name)
        .set("MasterLabel", name)
        .set("LicenseDefinitionKey", key)
        .row();
  }

  /** What the running user may do; every user is shown the own record only. */
  List<Row> permissionAccess(OrgUser user) {
    Row.Maker row = Row.of("UserPermissionAccess", id("0Ph", org.setup().users().indexOf(user)));
    for (OrgUser.Permission permission : OrgUser.Permission.values()) {
      row.set(permission.field(), user.may(permission));
    }
    return List.of(row.row());
  }

  Row permissionSet() {
    return Row.of("PermissionSet", id("0PS", 0))
        .set("Name", "Event_Log_Reader")
        .set("Label", "Event Log Reader")
        .set("IsOwnedByProfile", false)
        .set("PermissionsApiEnabled", true)
        .set("PermissionsViewEventLogFiles", true)
        .row();
  }

  List<Row> permissionSetAssignments() {
    List<OrgUser> users = org.setup().users();
    return IntStream.range(0, users.size())
        .mapToObj(
            number ->
                Row.of("PermissionSetAssignment", id("0Pa", number))
                    .set("AssigneeId", org.userId(users.get(number)))
                    .set("PermissionSetId", id("0PS", 0))
                    .row())
        .toList();
  }

  private String id(String prefix, int number) {
    return SalesforceId.of(prefix, org.setup().seed(), number + 1L);
  }
}
