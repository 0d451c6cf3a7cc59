package dev.adze.benchmarks.kit;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The process in which one framework is given every case. It prints a line for the schema of each
 * tool and a line for each case, fields parted by tabs.
 */
public final class Conformance {
  /**
   * One call of one tool.
   *
   * @param tool the method
   * @param arguments as the model writes them
   * @param meant what the method has to be given; {@link #NOTHING} if it must not run
   */
  public record Case(String tool, String arguments, @Nullable Object meant) {}

  /** What no arguments mean that have to be refused. */
  public static final Object NOTHING =
      new Object() {
        @Override
        public String toString() {
          return "nothing";
        }
      };

  private Conformance() {}

  /**
   * Goes through the cases.
   *
   * @param args the class of a {@link Conversation}; that of the tools, which has a constructor of
   *     whom to tell what they are given, and a method {@code cases}
   */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    Conversation conversation =
        Class.forName(args[0]).asSubclass(Conversation.class).getConstructor().newInstance();
    Class<?> tools = Class.forName(args[1]);
    Object[] given = new Object[1];
    Consumer<@Nullable Object> taker = value -> given[0] = value;
    Object owner = tools.getConstructor(Consumer.class).newInstance(taker);
    Map<String, Method> methods = new HashMap<>();
    for (Method method : tools.getDeclaredMethods()) {
      methods.put(method.getName(), method);
    }
    Map<String, String> schemas = new HashMap<>();
    List<?> cases = (List<?>) tools.getMethod("cases").invoke(null);
    for (Object next : cases) {
      Case one = (Case) next;
      Method method = Objects.requireNonNull(methods.get(one.tool()), one.tool());
      String schema = schemas.get(one.tool());
      if (schema == null) {
        schema = schema(conversation, owner, method);
        schemas.put(one.tool(), schema);
        out.println("schema\t" + one.tool() + "\t" + schema);
      }
      given[0] = NOTHING;
      String seen =
          schema.startsWith("!")
              ? "unregistered\t" + schema
              : call(conversation, owner, method, one, given);
      String meant = one.meant() == NOTHING ? "nothing" : "meant";
      out.println(one.tool() + "\t" + one.arguments() + "\t" + meant + "\t" + seen);
    }
    System.exit(0);
  }

  private static String schema(Conversation conversation, Object owner, Method method) {
    try {
      return line(conversation.schema(owner, method));
    } catch (Exception | StackOverflowError e) {
      return "!" + line(e.toString());
    }
  }

  private static String call(
      Conversation conversation, Object owner, Method method, Case one, Object[] given)
      throws Exception {
    String read;
    try {
      read = conversation.call(owner, method, one.arguments());
    } catch (Conversation.Unsayable e) {
      return "unsayable\t";
    } catch (Exception | StackOverflowError e) {
      return "ended\t" + line(e.toString());
    }
    if (given[0] == NOTHING) {
      return "refused\t" + line(read);
    }
    boolean same = one.meant() != NOTHING && Same.same(one.meant(), given[0]);
    return (same ? "equal\t" : "other\t") + line(text(given[0]));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Object[] array) {
      return Arrays.deepToString(array);
    }
    return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
  }

  private static String line(String text) {
    String joined = text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    return joined.length() > 20_000 ? joined.substring(0, 20_000) : joined;
  }
}
