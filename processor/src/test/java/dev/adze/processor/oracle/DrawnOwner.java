package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A class with tools that were drawn. */
record DrawnOwner(String name, List<DrawnTool> tools) {
  static final String PACKAGE = "drawn";

  /** Draws a class whose tools share some of their types. */
  static DrawnOwner draw(String name, int tools, Dice dice, List<Family> families) {
    TypeDraw draw = new TypeDraw(dice, families);
    List<DrawnTool> drawn = new ArrayList<>();
    while (drawn.size() < tools) {
      drawn.add(draw.tool());
    }
    return new DrawnOwner(name, drawn);
  }

  String className() {
    return PACKAGE + "." + name;
  }

  String source() {
    Set<String> members = new LinkedHashSet<>();
    tools.forEach(tool -> tool.declare(members));
    tools.forEach(tool -> members.add(tool.source()));
    return """
    package %s;

    import com.fasterxml.jackson.annotation.*;
    import dev.adze.annotation.*;
    import jakarta.validation.constraints.*;
    import java.math.*;
    import java.net.URI;
    import java.time.*;
    import java.util.*;
    import org.jspecify.annotations.Nullable;

    /** Tools of random types. */
    @SuppressWarnings("adze:T011")
    public class %s {
    %s
    }
    """
        .formatted(PACKAGE, name, String.join("\n", members));
  }
}
