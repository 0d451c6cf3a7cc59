package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The shapes of one owner that need code of their own, which all of its tools share. */
final class Codecs {
  /** Code for one shape: its name, and whether anything reads it. */
  record Codec(String name, Shape shape, boolean reads) {}

  private final GeneratedNames names;
  private final Map<TypeName, Codec> byType = new LinkedHashMap<>();

  Codecs(ToolClass owner) {
    Set<ClassName> referred = new TreeSet<>();
    referred.add(owner.name());
    Collect types = new Collect(shape -> addName(referred, shape));
    owner.tools().forEach(types::tool);
    this.names = new GeneratedNames(owner.generated(), referred);
  }
}
