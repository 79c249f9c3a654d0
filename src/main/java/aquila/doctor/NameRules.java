package aquila.doctor;

import aquila.config.Field;
import java.util.List;
import java.util.Set;

/** The username and the client ID: rows C3 to C6. */
final class NameRules {

  private NameRules() {}

  static List<FieldRule> all() {
    return ROWS;
  }

  private static final List<FieldRule> ROWS =
      List.of(
          FieldRule.fail(
              "field.user-id",
              "C5",
              "the id of the user in the place of the login name",
              Set.of(Field.USERNAME),
              value -> value.shape() == Shape.USER_ID,
              "username holds the id of a user, and has to be the login name, which looks like an"
                  + " e-mail address",
              SetupHint.USERNAME),
          FieldRule.fail(
              "field.username-without-at",
              "C6",
              "a login name without an @",
              Set.of(Field.USERNAME),
              value -> value.shape() != Shape.USER_ID && !value.text().contains("@"),
              "username has no @: every login name of Salesforce looks like an e-mail address, and"
                  + " an alias or a full name is none",
              SetupHint.USERNAME),
          FieldRule.warn(
              "field.client-secret",
              "C3",
              "what looks like the Consumer Secret in the place of the Consumer Key",
              Set.of(Field.CLIENT_ID),
              value -> value.shape() == Shape.SECRET,
              "client-id looks like the Consumer Secret; what belongs here is the Consumer Key,"
                  + " which is longer and usually begins with 3MVG",
              SetupHint.CONSUMER_KEY,
              "the secret is used nowhere here: keep it out of files and mails"),
          FieldRule.warn(
              "field.app-record-id",
              "C4",
              "what looks like the id of the app in the place of its Consumer Key",
              Set.of(Field.CLIENT_ID),
              value -> value.shape() == Shape.APP_ID,
              "client-id looks like the id of the app's record, as the browser shows it; what belongs"
                  + " here is the Consumer Key, which is longer and usually begins with 3MVG",
              SetupHint.CONSUMER_KEY));
}
