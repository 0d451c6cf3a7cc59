package dev.adze.processor;

import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** What is said of types that wait for others in vain. */
final class Waiting {
  private Waiting() {}

  /**
   * Reports types that wait in vain. What a source names in vain is reported by javac, and once is
   * enough; only class files that name something are passed over in silence.
   */
  static void report(
      Map<SourceName, Unresolved> waiting,
      RoundEnvironment round,
      ProcessingEnvironment environment) {
    if (round.errorRaised()) {
      return;
    }
    waiting.forEach((waiter, unresolved) -> {
      for (String type : unresolved.inClassFiles()) {
        TypeElement element = waiter.find(environment.getElementUtils());
        Report report = new Report();
        report.add(At.element(element), Rule.T084, waiter.type(), type);
        report.print(environment.getMessager());
      }
    });
  }
}
