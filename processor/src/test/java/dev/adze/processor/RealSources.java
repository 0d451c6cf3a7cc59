package dev.adze.processor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Sources that others wrote: those of the JDK that runs the test, if it has them, and of the
 * libraries whose sources are on the class path.
 */
final class RealSources {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");

  /** What only the JDK itself may name. */
  private static final Pattern HIDDEN = Pattern.compile("\\b(?:jdk\\.internal|sun)\\.");

  private static final Pattern SKIPPED =
      Pattern.compile(".*(?:module-info|package-info|jdk\\.localedata/|META-INF/).*");

  private RealSources() {}

  /** The sources of each folder, by their names. */
  static Map<String, Map<String, String>> find() throws IOException {
    Map<String, Map<String, String>> folders = new TreeMap<>();
    Path jdk = Path.of(System.getProperty("java.home"), "lib", "src.zip");
    if (Files.exists(jdk)) {
      read(jdk, true, folders);
    }
    for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (jar.endsWith("-sources.jar")) {
        read(Path.of(jar), false, folders);
      }
    }
    return folders;
  }

  private static void read(Path archive, boolean ofJdk, Map<String, Map<String, String>> folders)
      throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (name.endsWith(".java") && !SKIPPED.matcher(name).matches()) {
          String text =
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          int file = name.lastIndexOf('/') + 1;
          if (!ofJdk || !HIDDEN.matcher(text).find()) {
            folders
                .computeIfAbsent(name.substring(0, file), folder -> new TreeMap<>())
                .put(name.substring(file), ofJdk ? moved(text) : text);
          }
        }
      }
    }
  }

  /** A module's package cannot be compiled outside of it: a source gets one beside it. */
  private static String moved(String text) {
    Matcher declared = PACKAGE.matcher(text);
    return declared.find() ? declared.replaceFirst("package moved.$1; import $1.*;") : text;
  }
}
