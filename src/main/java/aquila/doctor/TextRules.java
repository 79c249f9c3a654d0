package aquila.doctor;

import aquila.config.Field;
import aquila.config.PastedKey;
import aquila.failure.ExitCode;
import aquila.key.WindowsPath;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What copying and filling in does to any field: rows C1, C2, C21, C22 and K25. */
final class TextRules {

  /** What stands in templates. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)<[^>]*>|.*<\\s*(?:your|my|the)\\b.*|.*\\{[^}]*}.*|.*\u2026.*|.*\\.\\.\\."
              + "|(?:.*[^a-z0-9])?x{4,}(?:[^a-z0-9].*)?|change[-_ ]?me(?:[^a-z].*)?"
              + "|(?:.*[^a-z0-9])?your[-_ ]?(?:(?:my[-_ ]?)?domain|company|org|organization|instance"
              + "|client|consumer|user|username|name|value|sandbox)(?:[^a-z0-9].*)?"
              + "|.*\\bpath[/\\\\]to\\b.*");

  /** Hosts of examples: those of RFC 2606, and that of this project's own. */
  private static final Pattern PLACEHOLDER_HOST =
      Pattern.compile("(?:.*\\.)?example\\.(?:com|org|net)|my-?(?:domain(?:-?name)?|company)\\..*");

  /** No URL, path or name comes near; searching longer texts would take long. */
  private static final int LONGEST = 2000;

  static final Verdict PASTED_KEY =
      Verdict.fail(
          "key.pasted",
          "K25",
          ExitCode.CONFIG,
          "the text of a key in the place of a setting",
          "put that text into a file of its own that only you can read (chmod 600), and write the"
              + " path of that file as key-path",
          "if the text has gone through mail or chat, others may have it: make a new pair (aquila"
              + " key new server.key) and upload its certificate to the app");

  private TextRules() {}

  static List<FieldRule> all() {
    return ROWS;
  }

  private static boolean isPlaceholder(FieldValue value) {
    boolean isPath = value.field() == Field.KEY_PATH && value.context().keyIsThere();
    return (!isPath && PLACEHOLDER.matcher(value.text()).matches())
        || (value.address() != null && PLACEHOLDER_HOST.matcher(value.address().host()).matches());
  }

  private static final List<FieldRule> ROWS =
      List.of(
          new FieldRule(
              PASTED_KEY,
              FieldRule.SIX,
              value -> PastedKey.isIn(value.setting().value()),
              "{field} holds the text of a private key or a certificate",
              true,
              true),
          FieldRule.fail(
                  "field.too-long",
                  "",
                  "a value that is much too long",
                  FieldRule.SIX,
                  value -> value.setting().value().length() > LONGEST,
                  "{field} has more than 2000 characters: something else was pasted there",
                  "copy the value again, and only the value")
              .last(),
          FieldRule.fail(
              "field.invisible-character",
              "C1",
              "a character that cannot be seen",
              FieldRule.SIX,
              value -> CleanValue.firstInvisible(value.setting().value()).isPresent(),
              "{field} holds a character that cannot be seen, {invisible}; it comes from a mail or a"
                  + " word processor, and Salesforce would take it for a part of the value",
              "type the value anew, or copy it from a plain text"),
          FieldRule.fail(
              "field.quoted",
              "C1",
              "quotation marks around the value",
              FieldRule.SIX,
              value -> CleanValue.isQuoted(value.setting().value()),
              "{field} stands in quotation marks, which would be taken for a part of the value",
              "delete the quotation marks"),
          FieldRule.warn(
              "field.blanks",
              "C1",
              "blanks at the ends of the value",
              FieldRule.SIX,
              value -> value.setting().value().matches("(?s) .*|.* "),
              "{field} has blanks at its ends; they are dropped",
              "delete the blanks"),
          FieldRule.fail(
              "field.punctuation",
              "C1",
              "a comma or semicolon at the end of the value",
              FieldRule.SIX,
              value -> value.setting().value().strip().matches("(?s).+[,;]"),
              "{field} ends in a punctuation mark, which came along from a sentence or a list",
              "delete the punctuation mark"),
          FieldRule.fail(
                  "field.placeholder",
                  "C22",
                  "a placeholder that nobody has filled in",
                  FieldRule.SIX,
                  TextRules::isPlaceholder,
                  "{field} still holds what stands in a template",
                  "put the org's own value in its place")
              .last(),
          FieldRule.fail(
                  "field.swapped",
                  "C21",
                  "two fields are exchanged",
                  FieldRule.SIX,
                  value -> value.context().partner(value).isPresent(),
                  "{field} holds {noun}, and {partner} holds what belongs here",
                  "exchange the values of {field} and {partner}")
              .last(),
          FieldRule.fail(
                  "field.misplaced",
                  "C21",
                  "the value of another field",
                  FieldRule.SIX,
                  value ->
                      value.shape().isStrangerIn(value.field())
                          && !(value.field() == Field.KEY_PATH && value.context().keyIsThere()),
                  "{field} holds {noun}, which belongs into another field",
                  "compare the six fields with the customer's mail, one by one")
              .last(),
          FieldRule.fail(
                  "field.blank-inside",
                  "C1",
                  "a blank inside the value",
                  EnumSet.of(Field.USERNAME, Field.CLIENT_ID),
                  value ->
                      value.text().contains(" ")
                          && (value.field() == Field.CLIENT_ID || value.text().contains("@")),
                  "{field} has a blank inside, which neither a login name nor a Consumer Key has",
                  "copy the value again, in one piece")
              .guess(),
          FieldRule.fail(
              "field.home-directory",
              "C2",
              "a ~ that only a shell understands",
              Set.of(Field.KEY_PATH),
              value -> value.text().matches("(?s)~|~[A-Za-z0-9_.-]*[/\\\\].*"),
              "{field} begins with ~, which only a shell replaces by the home directory",
              "write the path in full, from the first slash on"),
          FieldRule.fail(
              "field.lost-backslash",
              "C2",
              "a Windows path without its backslashes",
              Set.of(Field.KEY_PATH),
              value -> value.text().matches("(?s)[A-Za-z]:[^/\\\\].*"),
              "{field} has a drive letter and no separator behind it: its backslashes were lost",
              "write the path with / in place of each backslash"),
          FieldRule.warn(
              "field.windows-path",
              "C19",
              "a path of another machine",
              Set.of(Field.KEY_PATH),
              value -> WindowsPath.isAlienHere(value.text()) && !value.context().keyIsThere(),
              "{field} is a path of Windows, and this machine has none like it: the key lies where"
                  + " the fields were written down",
              "make a pair here (aquila key new server.key), write its path as key-path, and have"
                  + " server.crt uploaded to the app; a private key is not sent by mail"));
}
