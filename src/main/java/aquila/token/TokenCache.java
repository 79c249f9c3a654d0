package aquila.token;

import aquila.file.AtomicFile;
import aquila.file.FileMode;
import aquila.file.SmallFile;
import aquila.json.Json;
import aquila.secret.Secret;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that may be used again for a while, one owner-only file each.
 *
 * <p>It fails closed: a file or directory that is a link, belongs to somebody else, can be read by
 * others, or is damaged, is as good as none. The name of a file is made of all that makes the
 * token, so another key or another field never finds it.
 */
public final class TokenCache {

  /** The shortest session that an org can be set to. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int LIMIT = 64 * 1024;

  private final Path directory;
  private final Clock clock;

  public TokenCache(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The name under which a token is kept: two checksums and the length of all that makes it. A
   * digest would do the same against chance, and Java takes a tenth of the command's time for its
   * first one; against intent it is the directory that keeps others out.
   *
   * @param keyFile the bytes of the key's file, encrypted or not
   */
  public static String name(JwtBearerGrant grant, byte[] keyFile) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String part :
        List.of(
            grant.tokenUrl().toString(),
            grant.clientId(),
            grant.username(),
            grant.audience(),
            grant.instanceUrl().toString())) {
      all.writeBytes(part.getBytes(StandardCharsets.UTF_8));
      all.write(0);
    }
    all.writeBytes(keyFile);
    byte[] bytes = all.toByteArray();
    return checksum(new CRC32(), bytes)
        + "-"
        + checksum(new Adler32(), bytes)
        + "-"
        + Integer.toHexString(bytes.length);
  }

  private static String checksum(Checksum checksum, byte[] bytes) {
    checksum.update(bytes, 0, bytes.length);
    return Long.toHexString(checksum.getValue());
  }

  /** The token of that name, if it is there, in good order and not older than 15 minutes. */
  public Optional<AccessToken> find(String name) {
    Path file = file(name);
    try {
      if (!isPrivate(directory, true) || !isPrivate(file, false)) {
        return Optional.empty();
      }
      return read(Json.read(SmallFile.read(file, LIMIT)));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // Damaged, by whomever: as good as none.
      return Optional.empty();
    }
  }

  /**
   * Keeps a token.
   *
   * @throws IOException if it cannot be written, or the directory is not ours alone
   */
  public void keep(String name, AccessToken token) throws IOException {
    AtomicFile.createDirectory(directory);
    if (!isPrivate(directory, true)) {
      throw new IOException(directory + " is not a directory that only its owner can enter");
    }
    AtomicFile.replace(file(name), Json.write(json(token)).getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets a token: the org said that its session is over. */
  public void drop(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      // It is not ours to delete, and so it is not ours to read either: find() ignores it.
      return;
    }
  }

  private Path file(String name) {
    return directory.resolve(name + ".json");
  }

  private Optional<AccessToken> read(JsonNode json) {
    Instant kept = Instant.ofEpochSecond(json.path("kept_at").asLong());
    Duration age = Duration.between(kept, clock.instant());
    String value = text(json, "access_token");
    String instance = text(json, "instance_url");
    if (age.isNegative() || age.compareTo(LONGEST) >= 0 || value == null || instance == null) {
      return Optional.empty();
    }
    if (!TokenAnswer.IN_A_HEADER.matcher(value).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessToken(
            Secret.of(value),
            URI.create(instance),
            text(json, "token_type"),
            text(json, "scope"),
            text(json, "id"),
            text(json, "issued_at")));
  }

  private ObjectNode json(AccessToken token) {
    ObjectNode json = Json.object();
    json.put("kept_at", clock.instant().getEpochSecond());
    json.put("access_token", token.value().reveal());
    json.put("instance_url", token.instanceUrl().toString());
    putIfThere(json, "token_type", token.tokenType());
    putIfThere(json, "scope", token.scope());
    putIfThere(json, "id", token.id());
    putIfThere(json, "issued_at", token.issuedAt());
    return json;
  }

  private static void putIfThere(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).isTextual() ? json.path(name).textValue() : null;
  }

  private static boolean isPrivate(Path path, boolean directory) throws IOException {
    boolean isRightKind =
        directory
            ? Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
            : Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    if (!isRightKind) {
      return false;
    }
    Optional<FileMode> mode = FileMode.of(path);
    return mode.isEmpty()
        || (mode.get().isMine() && !mode.get().othersCanRead() && !mode.get().othersCanWrite());
  }
}
