package dev.adze.log;

import dev.adze.event.RunEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Events as text, so that tests of other packages can compare all that is in them. */
public final class EventText {
  private EventText() {}

  /** One line of JSON. */
  public static String of(RunEvent event) {
    return new String(EventJson.line(event, UnaryOperator.identity()), StandardCharsets.UTF_8)
        .strip();
  }
}
