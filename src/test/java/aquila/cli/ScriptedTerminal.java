package aquila.cli;

import aquila.secret.Secret;
import aquila.world.Terminal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A terminal at which a person types what a test has written down; then the person is gone. */
final class ScriptedTerminal implements Terminal {
  final List<String> questions = new ArrayList<>();
  private final Deque<String> answers;

  ScriptedTerminal(List<String> answers) {
    this.answers = new ArrayDeque<>(answers);
  }

  @Override
  public boolean isInput() {
    return true;
  }

  @Override
  public boolean isOutput() {
    return false;
  }

  @Override
  public boolean isError() {
    return false;
  }

  @Override
  public Optional<String> ask(String prompt) {
    questions.add(prompt);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<Secret> askHidden(String prompt) {
    return ask(prompt).map(Secret::of);
  }
}
