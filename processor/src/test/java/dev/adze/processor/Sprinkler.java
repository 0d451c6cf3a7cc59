package dev.adze.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Writes our annotations into a source that others wrote, at random places where they may stand.
 */
final class Sprinkler {
  private final Random random;
  private final Map<Integer, String> marks = new TreeMap<>();
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private int names;

  private Sprinkler(CompilationUnitTree unit, SourcePositions positions, Random random) {
    this.unit = unit;
    this.positions = positions;
    this.random = random;
  }

  /** The source with annotations; as it was, if this JDK's parser finds no type in it. */
  static String sprinkle(String source, Random random) throws IOException {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("memory:///Some.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of(), null, List.of(file));
    CompilationUnitTree unit = task.parse().iterator().next();
    Sprinkler sprinkler = new Sprinkler(unit, Trees.instance(task).getSourcePositions(), random);
    unit.getTypeDecls().forEach(sprinkler::type);
    StringBuilder sprinkled = new StringBuilder();
    int from = 0;
    for (Map.Entry<Integer, String> mark : sprinkler.marks.entrySet()) {
      sprinkled.append(source, from, mark.getKey()).append(mark.getValue());
      from = mark.getKey();
    }
    return sprinkled.append(source.substring(from)).toString();
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private void mark(Tree tree, String text) {
    long start = positions.getStartPosition(unit, tree);
    if (start >= 0 && positions.getEndPosition(unit, tree) > start) {
      marks.merge((int) start, text + " ", String::concat);
    }
  }

  private void type(Tree tree) {
    if (!(tree instanceof ClassTree type)) {
      return;
    }
    if (one(8)) {
      mark(type, "@dev.adze.annotation.StructuredOutput");
    }
    if (one(20)) {
      mark(type, "@dev.adze.annotation.RequiresApproval(\"x\")");
    }
    long methods = type.getMembers().stream().filter(MethodTree.class::isInstance).count();
    int share = (int) Math.max(1, methods / (1 + random.nextInt(3)));
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method && method.getReturnType() != null) {
        method(method, one(share));
      } else if (member instanceof VariableTree field && one(30)) {
        variable(field);
      } else {
        type(member);
      }
    }
  }

  private void method(MethodTree method, boolean tool) {
    if (tool) {
      mark(method, "@dev.adze.annotation.Tool" + (one(2) ? "(\"x\")" : ""));
    }
    if (tool ? one(6) : one(200)) {
      String preview = one(3) ? ", preview = \"" + method.getName() + "\"" : "";
      mark(method, "@dev.adze.annotation.RequiresApproval(value = \"x\"" + preview + ")");
    }
    for (VariableTree parameter : method.getParameters()) {
      if (tool ? one(3) : one(100)) {
        variable(parameter);
      }
    }
  }

  private void variable(VariableTree variable) {
    if (one(2)) {
      String given = one(3) ? ", defaultValue = \"1\"" : "";
      mark(variable, "@dev.adze.annotation.Param(value = \"y\"" + given + ")");
    }
    if (one(2)) {
      mark(variable, "@dev.adze.annotation.Name(\"n" + names++ + "\")");
    }
  }
}
