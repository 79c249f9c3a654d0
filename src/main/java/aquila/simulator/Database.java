package aquila.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The org's records as one user sees them through one API version. */
final class Database {
  private static final int WITHOUT_INTERVALS = 36;

  private final Tables tables;
  private final OrgUser user;
  private final int version;

  /** The records of each kind, made when they are first asked for, and an index by id. */
  static final class Tables {
    private final Schema schema = Schema.newest();
    private final Records records;
    private final Map<String, List<Row>> rows = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Row>> index = new ConcurrentHashMap<>();

    Tables(Org org) {
      this.records = new Records(org);
    }

    List<Row> rows(String entity) {
      return Records.change(entity)
          ? records.of(entity)
          : rows.computeIfAbsent(entity, records::of);
    }

    void downloaded(Row row) {
      records.downloaded(row);
    }

    Map<String, Row> index(String entity) {
      List<Row> all = rows(entity);
      return index.computeIfAbsent(
          entity,
          name -> {
            Map<String, Row> byId = new HashMap<>();
            all.forEach(row -> byId.put(row.id().substring(0, 15), row));
            return byId;
          });
    }
  }

  Database(Tables tables, OrgUser user, int version) {
    this.tables = tables;
    this.user = user;
    this.version = version;
  }

  /** An object that this user sees, by name in any case. */
  Optional<Entity> entity(String name) {
    return tables.schema.entity(name).filter(this::isVisible).map(this::asKnown);
  }

  List<Entity> entities() {
    return tables.schema.entities().stream().filter(this::isVisible).map(this::asKnown).toList();
  }

  /** An org without hourly files knows EventLogFile as it was before there were any. */
  private Entity asKnown(Entity entity) {
    boolean isOld = Records.change(entity.name()) && !tables.records.hasIntervals();
    return entity.asOf(isOld ? Math.min(version, WITHOUT_INTERVALS) : version);
  }

  /** Without the permission, EventLogFile is not forbidden: it does not exist. */
  private boolean isVisible(Entity entity) {
    return !entity.name().equals("EventLogFile") || user.seesEventLogFiles();
  }

  List<Row> rows(Entity entity) {
    return entity.name().equals("UserPermissionAccess")
        ? tables.records.permissionAccess(user)
        : tables.rows(entity.name());
  }

  /** A record by its id in either form. */
  Optional<Row> row(String entity, @Nullable Object id) {
    return id instanceof String text && SalesforceId.isId(text)
        ? Optional.ofNullable(tables.index(entity).get(text.substring(0, 15)))
        : Optional.empty();
  }
}
