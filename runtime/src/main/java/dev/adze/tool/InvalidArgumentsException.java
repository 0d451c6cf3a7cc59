package dev.adze.tool;

import dev.adze.AdzeException;
import dev.adze.json.JsonFault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The arguments of a call do not fit the tool's schema. The tool has not run. The message is
 * written for the model: it names every fault, so that the next call can be right.
 */
public final class InvalidArgumentsException extends AdzeException {
  private static final long serialVersionUID = 1L;

  private final transient List<JsonFault> faults;

  /**
   * Creates the exception.
   *
   * @param tool the tool's name
   * @param faults at least one
   */
  public InvalidArgumentsException(String tool, List<JsonFault> faults) {
    super(message(tool, faults), null);
    this.faults = List.copyOf(faults);
  }

  /** {@return every fault, in the order of the text} */
  public List<JsonFault> faults() {
    return faults;
  }

  private static String message(String tool, List<JsonFault> faults) {
    String lines = faults.stream().map(fault -> "- " + fault).collect(Collectors.joining("\n"));
    return (faults.size() == 1 ? "1 problem" : faults.size() + " problems")
        + " in the arguments of \""
        + tool
        + "\":\n"
        + lines
        + "\nCall the tool again with all arguments corrected.";
  }
}
