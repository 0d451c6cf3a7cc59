package dev.adze.benchmarks.lab;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as it is printed.
 *
 * @param title what it shows
 * @param columns their names
 * @param rows as many cells each as there are columns
 */
record Table(String title, List<String> columns, List<List<String>> rows) {
  /** As Markdown, without the title. */
  String markdown() {
    String rule = columns.stream().map(column -> "---").collect(Collectors.joining("|", "|", "|"));
    return line(columns)
        + rule
        + "\n"
        + rows.stream().map(Table::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
