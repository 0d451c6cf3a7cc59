package dev.adze.tool;

import dev.adze.AdzeException;
import dev.adze.json.JsonFault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A final answer does not fit the type that was asked for. The message is written for the model: it
 * names every fault, so that the next answer can be right.
 */
public final class InvalidOutputException extends AdzeException {
  private static final long serialVersionUID = 1L;

  private final transient List<JsonFault> faults;

  /**
   * Creates the exception.
   *
   * @param output the output's name
   * @param faults at least one
   */
  public InvalidOutputException(String output, List<JsonFault> faults) {
    super(message(output, faults), null);
    this.faults = List.copyOf(faults);
  }

  /** {@return every fault, in the order of the text} */
  public List<JsonFault> faults() {
    return faults;
  }

  private static String message(String output, List<JsonFault> faults) {
    String lines = faults.stream().map(fault -> "- " + fault).collect(Collectors.joining("\n"));
    return (faults.size() == 1 ? "1 problem" : faults.size() + " problems")
        + " in the answer, which must be JSON of the form \""
        + output
        + "\":\n"
        + lines
        + "\nGive the whole answer again, corrected, as JSON and nothing else.";
  }
}
