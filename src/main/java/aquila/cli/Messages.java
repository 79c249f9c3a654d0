package aquila.cli;

import aquila.failure.Cause;
import aquila.failure.ExitCode;
import aquila.failure.Failure;
import aquila.json.Json;
import aquila.secret.Secrets;
import aquila.world.Cleanup;
import aquila.world.ForeignText;
import aquila.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said on standard error. The law of all messages: one line each (but in a conversation),
 * {@code aquila: kind: text}, lower case, no full stop, foreign words made safe to print, secrets
 * struck out.
 */
final class Messages {
  private final OutputStream err;
  private final Secrets secrets;
  private final Cleanup cleanup;
  private final boolean hasColour;
  private boolean isQuiet;
  private boolean isDebug;
  private boolean isJson;
  private volatile @Nullable Thread lastSpeaker;

  Messages(World world) {
    this.err = world.err();
    this.secrets = world.secrets();
    this.cleanup = world.cleanup();
    this.hasColour = Colour.on(world, world.terminal().isError());
  }

  void setLevel(boolean quiet, boolean debug) {
    this.isQuiet = quiet;
    this.isDebug = debug;
  }

  /** From now on, errors and warnings are JSON objects. */
  void speakJson() {
    this.isJson = true;
  }

  /**
   * What is still said after an interruption is said by this thread. What others have to say is of
   * no use by then: what fails fails because its files were taken away.
   */
  void lastWords() {
    lastSpeaker = Thread.currentThread();
  }

  boolean isQuiet() {
    return isQuiet;
  }

  void warning(String text) {
    if (isQuiet) {
      return;
    }
    if (isJson) {
      ObjectNode line = Json.object();
      line.putObject("warning").put("message", clean(text));
      print(Json.write(line));
    } else {
      line("warning", "33", text);
    }
  }

  void warnings(Iterable<String> texts) {
    for (String text : texts) {
      warning(text);
    }
  }

  /** A warning with what to do about it. */
  void warning(String text, List<String> hints) {
    warning(text);
    if (!isQuiet && !isJson) {
      hints.forEach(hint -> line("hint", "32", hint));
    }
  }

  /**
   * Says why something has failed.
   *
   * @param prefix which of several orgs is meant, or nothing
   */
  void error(String prefix, Failure failure, List<String> hints) {
    if (isDebug) {
      trace(failure);
    }
    error(failure.exitCode(), prefix + failure.fact(), failure.words(), hints);
  }

  /** What went wrong where a report tells the rest. */
  void error(ExitCode code, String fact, @Nullable Cause words, List<String> hints) {
    if (isJson) {
      print(Json.write(json(code, fact, words, hints)));
      return;
    }
    line("error", "31", fact);
    if (words != null) {
      line("cause", "36", words.text());
    }
    hints.forEach(hint -> line("hint", "32", hint));
  }

  /** A line about the whole run, for people. */
  void summary(String text) {
    if (!isQuiet && !isJson) {
      print("aquila: " + clean(text));
    }
  }

  /** Words to a person at the terminal, as part of a conversation. */
  void say(String text) {
    print(Paragraph.wrap("", clean(text), 80));
  }

  /**
   * A warning with what to do about it, as part of a conversation: in paragraphs, and also where
   * other warnings are not wanted, since it tells why a question is asked again.
   */
  void remark(String text, List<String> hints) {
    paragraph("warning", "33", text);
    hints.forEach(hint -> paragraph("hint", "32", hint));
  }

  /** A mistake in the command line: always text, and never a value. */
  void usageError(String text, List<String> hints) {
    line("error", "31", text);
    hints.forEach(hint -> line("hint", "32", hint));
  }

  /** An error in the program itself. */
  void bug(Throwable bug) {
    String what = "an error in Aquila itself: " + bug;
    String hint = "please report it, with the output of the same command and --debug";
    if (isDebug) {
      trace(bug);
    }
    if (isJson) {
      print(Json.write(json(ExitCode.BUG, what, null, List.of(hint))));
    } else {
      line("error", "31", what);
      line("hint", "32", hint);
    }
  }

  private ObjectNode json(ExitCode code, String fact, @Nullable Cause words, List<String> hints) {
    ObjectNode line = Json.object();
    ObjectNode error = line.putObject("error");
    error.put("kind", code.kind());
    error.put("exit", code.number());
    error.put("message", clean(fact));
    if (words != null) {
      ObjectNode cause = error.putObject("cause");
      if (words.status() != null) {
        cause.put("status", words.status());
      }
      words.words().forEach((name, word) -> cause.put(name, secrets.strike(word)));
    }
    ArrayNode list = error.putArray("hints");
    hints.forEach(hint -> list.add(clean(hint)));
    return line;
  }

  private void trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    secrets
        .strike(text.toString())
        .lines()
        .map(line -> clean(line.replace("\t", "    ")))
        .forEach(this::print);
  }

  private void line(String kind, String colour, String text) {
    print(start(kind, colour) + clean(text));
  }

  private void paragraph(String kind, String colour, String text) {
    String plain = "aquila: " + kind + ": ";
    String lines = Paragraph.wrap(plain, clean(text), 80);
    print(start(kind, colour) + lines.substring(plain.length()));
  }

  private String start(String kind, String colour) {
    return hasColour
        ? "aquila: \u001b[" + colour + ";1m" + kind + ":\u001b[0m "
        : "aquila: " + kind + ": ";
  }

  private String clean(String text) {
    return ForeignText.printable(secrets.strike(text));
  }

  private void print(@Nullable String line) {
    if (cleanup.isRun() && lastSpeaker != Thread.currentThread()) {
      return;
    }
    try {
      err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // There is nowhere left to say that standard error is closed; the exit code still tells.
      return;
    }
  }
}
