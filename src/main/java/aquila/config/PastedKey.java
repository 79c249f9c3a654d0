package aquila.config;

import java.util.regex.Pattern;

/**
 * The text of a private key where something else belongs. Such a text is never repeated in a
 * message, so it has to be recognised before any other check can quote it.
 */
public final class PastedKey {

  /**
   * Armour with whatever dashes a word processor made of it, PuTTY's heading, a DER structure of
   * more than 255 bytes in Base64, and the Base64 of a PEM or OpenSSH file.
   */
  private static final Pattern SHAPES =
      Pattern.compile(
          "-----BEGIN |(?:BEGIN|END) [A-Z ]*PRIVATE KEY|PuTTY-User-Key-File"
              + "|(?<![A-Za-z0-9+/])(?:MII[A-Za-z0-9+/]{45}|LS0tLS1CRUdJTi|b3BlbnNzaC1rZXkt)");

  private PastedKey() {}

  /** Whether the text holds a private key or a part of one. */
  public static boolean isIn(String text) {
    return SHAPES.matcher(text).find();
  }
}
