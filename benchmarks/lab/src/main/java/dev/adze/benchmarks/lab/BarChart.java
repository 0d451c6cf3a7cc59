package dev.adze.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars as an SVG picture that can be read on a light and on a dark page. */
final class BarChart {
  private static final int WIDTH = 760;
  private static final int LABELS = 250;
  private static final int VALUES = 90;
  private static final int ROW = 26;
  private static final int TOP = 34;

  /** Colours that people can tell who do not see red and green apart. */
  private static final List<String> COLOURS =
      List.of("#3572b0", "#8fb3d9", "#e0a030", "#c0392b", "#7f3f98", "#999999", "#cccccc");

  private record Part(double value, String colour) {}

  private record Bar(String label, List<Part> parts, String value) {}

  private final String title;
  private final List<String> legend;
  private final List<Bar> bars = new ArrayList<>();

  BarChart(String title, List<String> legend) {
    this.title = title;
    this.legend = legend;
  }

  /** Adds a bar of one part; ours stands out. */
  BarChart bar(String label, double value, String text) {
    String colour = label.startsWith("Adze") ? COLOURS.get(0) : "#9aa5b1";
    bars.add(new Bar(label, List.of(new Part(value, colour)), text));
    return this;
  }

  /** Adds a bar with a part for each word of the legend. */
  BarChart stack(String label, List<Double> values) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(new Part(values.get(i), COLOURS.get(i)));
    }
    bars.add(new Bar(label, parts, ""));
    return this;
  }

  String svg() {
    double longest = 0;
    for (Bar bar : bars) {
      longest = Math.max(longest, bar.parts().stream().mapToDouble(Part::value).sum());
    }
    int height = TOP + ROW * bars.size() + (legend.isEmpty() ? 8 : 34);
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"13\" fill=\"#6b7280\">\n",
            WIDTH,
            height));
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"0\" y=\"18\" font-weight=\"bold\">%s</text>\n",
            escaped(title)));
    for (int i = 0; i < bars.size(); i++) {
      bar(out, bars.get(i), TOP + i * ROW, longest);
    }
    int x = 0;
    for (int i = 0; i < legend.size(); i++) {
      int y = height - 20;
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>",
              x,
              y,
              COLOURS.get(i)));
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\">%s</text>\n",
              x + 17,
              y + 11,
              escaped(legend.get(i))));
      x += 34 + legend.get(i).length() * 7;
    }
    return out.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder out, Bar bar, int y, double longest) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
            LABELS - 8,
            y + 15,
            escaped(bar.label())));
    double x = LABELS;
    for (Part part : bar.parts()) {
      double width = part.value() / longest * (WIDTH - LABELS - VALUES);
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>",
              x,
              y + 2,
              width,
              part.colour()));
      x += width;
    }
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
            x + 6,
            y + 15,
            escaped(bar.value())));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
