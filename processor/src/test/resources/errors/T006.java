// ERROR at String search(String text, int limit): Two tools are named "search": search(String) and search(String, int). Give one of them another name. [adze:T006]
// ERROR at name = "search": Two tools are named "search": search(String) and find(). Give one of them another name. [adze:T006]
// ERROR at static class Twice: Two tools are named "look": look(String) and look(). Give one of them another name. [adze:T006]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;

class T006 {
  /** @param text . */
  @Tool("Searches.")
  String search(String text) {
    return text;
  }

  /**
   * Searches.
   *
   * @param text what
   * @param limit how many
   */
  @Tool
  String search(String text, int limit) {
    return text;
  }

  @Tool(value = "Finds.",
      name = "search")
  void find() {}

  static class Once {
    @Tool("Looks.")
    void look() {}
  }

  static class Twice extends Once {
    @Tool("Looks for something.")
    void look(@dev.adze.annotation.Param("For what.") String what) {}
  }
}
