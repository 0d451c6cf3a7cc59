package dev.adze.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tests need to know of the sources that they compile. */
final class TestSources {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  private TestSources() {}

  /** The packages of the sources in a folder; an empty name for the unnamed one. */
  static List<String> packages(Path folder) {
    return Compiled.filesBelow(folder).stream()
        .map(file -> PACKAGE.matcher(Compiled.read(file)))
        .map(name -> name.find() ? name.group(1) : "")
        .distinct()
        .toList();
  }

  /** A module declaration that exports packages. */
  static String module(String name, List<String> packages) {
    return packages.stream()
        .map(exported -> "  exports " + exported + ";\n")
        .collect(
            Collectors.joining(
                "",
                "module "
                    + name
                    + " {\n  requires dev.adze.runtime;\n  requires static jakarta.validation;\n  requires java.compiler;\n",
                "}\n"));
  }
}
