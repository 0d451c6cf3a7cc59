// ERROR at abstract static class Both: A method has one name as a tool, but "open" of Both is inherited as "unlock" and as "break_in". Override it with @Tool. [adze:T086]
import dev.adze.annotation.Tool;

class T086 {
  interface Door {
    @Tool(value = "Opens.", name = "unlock")
    void open();
  }

  interface Wall {
    @Tool(value = "Opens.", name = "break_in")
    void open();
  }

  abstract static class Both implements Door, Wall {}

  abstract static class Decided implements Door, Wall {
    @Override
    @Tool(value = "Opens.", name = "unlock")
    public abstract void open();
  }
}
