package dev.adze.processor;

import java.util.regex.Pattern;

/** The rules for types of answers, over a finished model. */
final class OutputRules {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private final Report report;

  OutputRules(Report report) {
    this.report = report;
  }

  void judge(OutputClass output) {
    At at = At.element(output.element());
    if (!NAME.matcher(output.name()).matches()) {
      At name = output.mark().text("name").isEmpty() ? at : output.mark().at("name");
      report.add(name, Rule.T089, output.name(), ToolRules.legalName(output.name()));
    }
    new FieldRules(report).judgeAnswer(output.shape(), output.type().canonicalName(), at);
  }
}
