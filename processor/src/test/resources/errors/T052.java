// MANDATORY_WARNING at destructive = true): Tool "look" has readOnly = true, but destructive means nothing beside it. Remove one of the two. [adze:T052]
// MANDATORY_WARNING at readOnly = true) // of a name: Tool "removeAll" has readOnly = true, but its name says that it takes something away. Correct one of the two. [adze:T052]
import dev.adze.annotation.Tool;

class T052 {
  @Tool(value = "Looks.", readOnly = true,
      destructive = true)
  void look() {}

  @Tool(value = "Removes.",
      readOnly = true) // of a name
  void removeAll() {}

  @Tool(value = "Looks.", readOnly = true, destructive = false)
  @SuppressWarnings("adze:T052")
  void silenced() {}
}
