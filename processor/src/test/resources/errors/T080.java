// ERROR at @Param("the context"): @Param has no effect on a ToolContext, which the model never sees. Remove it. [adze:T080]
// ERROR at @Name("ctx"): @Name has no effect on a ToolContext, which the model never sees. Remove it. [adze:T080]
// ERROR at @Name("tool"): @Name has no effect on a method with @Tool. Name and describe the tool in @Tool. [adze:T080]
// ERROR at @Param("a tool"): @Param has no effect on a method with @Tool. Name and describe the tool in @Tool. [adze:T080]
// ERROR at @Param("a helper"): @Param has no effect on a method that is no property of a bean. Remove it. [adze:T080]
// ERROR at @Param("never asked for"): @Param has no effect on a parameter that no model is asked for. Add @Tool to the method, or remove it. [adze:T080]
// ERROR at @Param("a constant"): @Param has no effect on an enum constant. Describe it in its Javadoc. [adze:T080]
// ERROR at @Name("no-branch"): @Name has no effect on a type that is no branch of a sealed type. Remove it. [adze:T080]
// ERROR at @Name("middle"): @Name has no effect on a type that is no branch of a sealed type. Remove it. [adze:T080]
// ERROR at @Name("accessor"): @Name has no effect beside the component "x". Put it there. [adze:T080]
// ERROR at @Param("argument"): @Param has no effect beside the component "y". Put it there. [adze:T080]
// ERROR at @Param("derived"): @Param has no effect in a record on anything but a component. Remove it. [adze:T080]
// ERROR at @Param("shared"): @Param has no effect on a field that is no property of a bean. Remove it. [adze:T080]
// ERROR at @Param("secret"): @Param has no effect on a field that is no property of a bean. Remove it. [adze:T080]
// ERROR at @Name("getter"): @Name has no effect where property "name" of T080.Bean has one already. Keep one of them. [adze:T080]
// ERROR at @Param("setter"): @Param has no effect where property "name" of T080.Bean has one already. Keep one of them. [adze:T080]
import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;

class T080 {
  @Tool("Takes a context.")
  void take(
      @Param("the context")
          @Name("ctx")
          ToolContext context) {}

  @Tool("Has its name and its description elsewhere.")
  @Name("tool")
  @Param("a tool")
  void named() {}

  @Param("a helper")
  private void help(
      @Param("never asked for") int number) {}

  enum Choice {
    @Name("one")
    @Param("a constant")
    ONE
  }

  @Name("no-branch")
  record Alone(
      @Name("first") @Param("a number") int x) {}

  sealed interface Figure permits Round, Corner {}

  @Name("middle")
  sealed interface Round extends Figure permits Circle {}

  @Name("circle")
  record Circle(double radius) implements Round {}

  record Corner(
      @Name("across") int x,
      @Param("up") int y)
      implements Figure {
    Corner(int x,
        @Param("argument") int y) {
      this.x = x;
      this.y = y;
    }

    @Name("accessor")
    public int x() {
      return x;
    }

    @Param("derived")
    public int sum() {
      return x + y;
    }
  }

  record Compact(@Name("only") int x) {
    Compact {}
  }

  @Tool("Takes a bean.")
  @SuppressWarnings("adze:T011")
  void bean(Bean bean, Figure figure) {}

  public static class Bean {
    @Param("shared")
    static int count;

    @Param("secret")
    private int secret;

    @Name("field")
    @Param("field")
    private String name;

    @Param("read")
    public String getTitle() {
      return "";
    }

    @Name("getter")
    public String getName() {
      return name;
    }

    @Param("setter")
    public void setName(String name) {
      this.name = name;
    }
  }

  public static class Given {
    public Given(@Name("wire") @Param("given") int value) {}
  }
}
