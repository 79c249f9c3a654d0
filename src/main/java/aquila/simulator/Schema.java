package aquila.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of the org and their fields. */
final class Schema {

  /**
   * An object with its key prefix at the margin, below it its fields: name, type and, for a
   * reference, the parent and the relationship; {@code @37} is the API version that brought the
   * field. Lines with an arrow are children: relationship, object, field there.
   */
  private static final String TEXT =
      """
      Organization 00D
        Id id
        Name string
        OrganizationType picklist
        InstanceName string
        IsSandbox boolean
        TrialExpirationDate dateTime
        NamespacePrefix string
        PrimaryContact string
        LanguageLocaleKey picklist
        DefaultLocaleSidKey picklist
        TimeZoneSidKey picklist
        CreatedDate dateTime
      User 005
        Id id
        Username string
        Name string
        FirstName string
        LastName string
        Email email
        Alias string
        IsActive boolean
        ProfileId reference Profile Profile
        UserType picklist
        TimeZoneSidKey picklist
        LocaleSidKey picklist
        LanguageLocaleKey picklist
        LastLoginDate dateTime
        CreatedDate dateTime
      Profile 00e
        Id id
        Name string
        UserLicenseId reference UserLicense UserLicense
        UserType picklist
        CreatedDate dateTime
      UserLicense 100
        Id id
        Name string
        LicenseDefinitionKey string
        MasterLabel string
      UserPermissionAccess 0Ph
        Id id
        LastCacheUpdate dateTime
        PermissionsApiEnabled boolean
        PermissionsApiUserOnly boolean
        PermissionsViewEventLogFiles boolean
        PermissionsViewAllData boolean
        PermissionsModifyAllData boolean
        PermissionsViewSetup boolean
      PermissionSet 0PS
        Id id
        Name string
        Label string
        IsOwnedByProfile boolean
        ProfileId reference Profile Profile
        PermissionsApiEnabled boolean
        PermissionsViewEventLogFiles boolean
        > Assignments PermissionSetAssignment PermissionSetId
      PermissionSetAssignment 0Pa
        Id id
        AssigneeId reference User Assignee
        PermissionSetId reference PermissionSet PermissionSet
      EventLogFile 0AT
        Id id
        ApiVersion double
        CreatedDate dateTime
        EventType picklist
        Interval picklist @37
        LogDate dateTime
        LogFile base64
        LogFileContentType string
        LogFileFieldNames textarea
        LogFileFieldTypes textarea
        LogFileLength double
        Sequence int @37
      Account 001
        Id id
        IsDeleted boolean
        Name string
        Industry picklist
        AnnualRevenue currency
        NumberOfEmployees int
        Website url
        OwnerId reference User Owner
        CreatedDate dateTime
        > Contacts Contact AccountId
      Contact 003
        Id id
        IsDeleted boolean
        AccountId reference Account Account
        LastName string
        FirstName string
        Name string
        Email email
        Phone phone
        Birthdate date
        OwnerId reference User Owner
        CreatedDate dateTime
      """;

  private final Map<String, Entity> entities;

  private Schema(Map<String, Entity> entities) {
    this.entities = entities;
  }

  /** The whole schema, as the newest API version knows it. */
  static Schema newest() {
    Map<String, Entity> entities = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : TEXT.split("\n", -1)) {
      if (!line.startsWith(" ") && !lines.isEmpty()) {
        add(entities, lines);
        lines.clear();
      }
      lines.add(line.strip());
    }
    return new Schema(entities);
  }

  /** An object by name, in any case. */
  Optional<Entity> entity(String name) {
    return Optional.ofNullable(entities.get(name.toLowerCase(Locale.ROOT)));
  }

  List<Entity> entities() {
    return List.copyOf(entities.values());
  }

  private static void add(Map<String, Entity> entities, List<String> lines) {
    String[] head = lines.get(0).split(" ", -1);
    List<Field> fields = new ArrayList<>();
    List<Entity.Child> children = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      if (words[0].equals(">")) {
        children.add(new Entity.Child(words[1], words[2], words[3]));
      } else {
        fields.add(field(words));
      }
    }
    entities.put(
        head[0].toLowerCase(Locale.ROOT),
        new Entity(head[0], head[1], List.copyOf(fields), List.copyOf(children)));
  }

  private static Field field(String[] words) {
    FieldType type = FieldType.valueOf(words[1].toUpperCase(Locale.ROOT));
    String last = words[words.length - 1];
    int since = last.startsWith("@") ? Integer.parseInt(last.substring(1)) : 0;
    @Nullable String parent = type == FieldType.REFERENCE ? words[2] : null;
    return new Field(words[0], type, since, parent, parent == null ? null : words[3]);
  }
}
