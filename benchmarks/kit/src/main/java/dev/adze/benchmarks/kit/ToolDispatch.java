package dev.adze.benchmarks.kit;

/** A way from the text of a call's arguments through the tool to the text of its result. */
public interface ToolDispatch {
  /**
   * Calls a tool of {@link Shop}.
   *
   * @param tool one of {@link ShopCalls}
   * @return the result as the model would read it
   */
  String call(ShopCalls tool) throws Exception;
}
