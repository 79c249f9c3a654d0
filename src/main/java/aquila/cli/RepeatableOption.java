package aquila.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** The values of an option that may be given more than once, as picocli collects them. */
final class RepeatableOption implements IGetter, ISetter {
  private @Nullable List<String> values;

  List<String> values() {
    return values == null ? List.of() : values;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
  public <T> @Nullable T get() {
    return (T) values;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable T set(T value) {
    values = (List<String>) value;
    return null;
  }
}
