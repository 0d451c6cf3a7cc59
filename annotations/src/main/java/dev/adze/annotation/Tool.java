package dev.adze.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a tool that a language model can call.
 *
 * <p>The method may be an instance or a static method of a class, interface, record or enum, of any
 * visibility but private. For its owner {@code Restaurant} the processor writes the adapter {@code
 * RestaurantFunctionTools}, with a JSON Schema made from the parameters. A private method, a
 * private owner, and a parameter or result that has no schema are compile errors.
 *
 * <p>With Javadoc on the method, the bare annotation is enough:
 *
 * <pre>{@code
 * @Tool
 * List<Table> findTables(int guests, LocalDate day) { ... }
 * }</pre>
 *
 * The four hints {@link #readOnly}, {@link #destructive}, {@link #idempotent} and {@link
 * #openWorld} are those of the Model Context Protocol (MCP), with its meanings and its defaults,
 * which describe the most dangerous tool. They promise what the method does; they do not restrain
 * it. To have a person asked first, use {@link RequiresApproval}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tool {
  /**
   * What the tool does and when to use it, for the model to read.
   *
   * <p>Empty: the main description of the method's Javadoc. If that is missing too, the tool has no
   * description and the compiler warns (T011). It also warns if the text is longer than a chosen
   * provider takes (T010: 1024 characters).
   *
   * <pre>{@code
   * @Tool("Finds tables that are free on a day. Call it before booking.")
   * List<Table> findTables(int guests, LocalDate day) { ... }
   * }</pre>
   *
   * @return the description, or empty to take it from Javadoc
   */
  String value() default "";

  /**
   * The name by which the model calls the tool.
   *
   * <p>Empty: the method's name. A letter, then letters, digits, {@code _} and {@code -}, at most
   * 64 in all, suit every provider; what a chosen provider refuses is a compile error on this
   * value, what it may refuse a warning (T001 to T005). Two tools of one owner cannot share a name,
   * as overloads do unless they are given one (T006).
   *
   * <pre>{@code
   * @Tool(name = "find_tables")
   * List<Table> findTables(int guests, LocalDate day) { ... }
   * }</pre>
   *
   * @return the name, or empty for the method's
   */
  String name() default "";

  /**
   * The name by which people know the tool, for user interfaces and approvals.
   *
   * <p>Empty: the tool has no title, and people are shown its name. Any text will do.
   *
   * <pre>{@code
   * @Tool(title = "Find free tables")
   * List<Table> findTables(int guests, LocalDate day) { ... }
   * }</pre>
   *
   * @return the title, or empty for none
   */
  String title() default "";

  /**
   * Whether the tool leaves its environment as it is.
   *
   * <p>Absent: {@code false}, the tool may change something. It matters to read-only mode, which
   * runs only tools with {@code readOnly = true}, and to MCP clients, which may run those unasked.
   * The compiler warns (T052) if {@link #destructive} is written beside it, or if the tool's name
   * begins with {@code delete}, {@code remove} or {@code drop}.
   *
   * <pre>{@code
   * @Tool(readOnly = true)
   * List<Table> findTables(int guests, LocalDate day) { ... }
   * }</pre>
   *
   * @return {@code true} if a call changes nothing
   */
  boolean readOnly() default false;

  /**
   * Whether the tool may delete or overwrite, rather than only add.
   *
   * <p>Absent: {@code true}, it may. It matters only if {@link #readOnly} is {@code false}: MCP
   * clients warn people of destructive tools. Written beside {@code readOnly = true} it is a
   * warning (T052).
   *
   * <pre>{@code
   * @Tool(destructive = false)
   * Note addNote(String tableId, String text) { ... }
   * }</pre>
   *
   * @return {@code false} if a call only adds
   */
  boolean destructive() default true;

  /**
   * Whether a repeated call with the same arguments has no further effect.
   *
   * <p>Absent: {@code false}, a repeated call may act again. It matters when a run is resumed: a
   * call that had started, and whose end nobody saw, is repeated only if this is {@code true}; else
   * the model reads that its outcome is unknown. That holds for read-only tools too, while MCP
   * clients look at it only if {@link #readOnly} is {@code false}.
   *
   * <pre>{@code
   * @Tool(idempotent = true)
   * Booking cancel(String bookingId) { ... }
   * }</pre>
   *
   * @return {@code true} if repeating a call is safe
   */
  boolean idempotent() default false;

  /**
   * Whether the tool deals with an open world of outside things, as a web search does.
   *
   * <p>Absent: {@code true}. {@code false} tells MCP clients that the tool keeps to a closed
   * domain, such as the application's own database, so that what it returns is not a stranger's
   * text. A run of Adze's own treats both alike.
   *
   * <pre>{@code
   * @Tool(openWorld = false)
   * List<Table> findTables(int guests, LocalDate day) { ... }
   * }</pre>
   *
   * @return {@code false} if the tool keeps to a closed domain
   */
  boolean openWorld() default true;

  /**
   * Whether the tool must run alone.
   *
   * <p>Absent: {@code false}, the calls of one model response may run in parallel. {@code true}: a
   * call waits for those before it in the response and holds back those after it. Other runs are
   * not held back; a method that they share still has to be safe for use by several threads.
   *
   * <pre>{@code
   * @Tool(sequential = true)
   * Invoice closeBill(String tableId) { ... }
   * }</pre>
   *
   * @return {@code true} if no other call of the response may run beside it
   */
  boolean sequential() default false;

  /**
   * The longest that one call may run, as an ISO-8601 duration such as {@code PT30S} or {@code
   * PT2M}.
   *
   * <p>Empty: no time limit but the run's. Time is counted from the start of the method, so waiting
   * for an approval is not included. When it is over, the thread is interrupted and the model reads
   * that the tool took too long. A text that {@link java.time.Duration#parse} refuses, and one that
   * is not longer than zero, is a compile error on this value.
   *
   * <pre>{@code
   * @Tool(timeout = "PT30S")
   * Forecast forecast(LocalDate day) { ... }
   * }</pre>
   *
   * @return the duration, or empty for none
   */
  String timeout() default "";
}
