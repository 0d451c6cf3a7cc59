package dev.adze.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** What is said when the processor itself fails: the compiler goes on with the other types. */
final class Bug {
  private Bug() {}

  static void report(TypeElement type, Exception bug, Messager messager) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    String text =
        "This is a bug in Adze: "
            + type.getQualifiedName()
            + " cannot be processed. Please report it.\n";
    messager.printMessage(Diagnostic.Kind.ERROR, text + trace, type);
  }
}
