// ERROR at preview = "missing": Preview "missing" of "one" does not exist. Declare: String missing(int). [adze:T075]
// ERROR at preview = "other": Preview "other" of "two" does not have the tool's parameters. Declare: String other(int). [adze:T075]
// ERROR at preview = "number": Preview "number" of "three" does not return String. Declare: String number(int). [adze:T075]
// ERROR at preview = "hidden": Preview "hidden" of "four" is private. Declare: String hidden(int). [adze:T075]
// ERROR at preview = "instance": Preview "instance" of "five" is not static, as the tool is. Declare: static String instance(int). [adze:T075]
// ERROR at preview = "showsix": Preview "showsix" of "six" does not exist. Did you mean "showSix"? Declare: String showsix(int). [adze:T075]
// ERROR at preview = "seven": Preview "seven" of "seven" is a tool, and would run before it is approved. Declare: String previewOfSeven(int). [adze:T075]
// ERROR at preview = "rash": Preview "rash" of "eight" throws java.lang.Throwable, which is no Exception. Declare: String rash(int). [adze:T075]
// ERROR at preview = "far": Preview "far" of "nine" is not public and in another package. Declare: String far(int). [adze:T075]
import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;

@SuppressWarnings("adze:T011")
class T075 extends other.Teller {
  @Tool
  @RequiresApproval(preview = "missing")
  void one(int a) {}

  @Tool
  @RequiresApproval(preview = "other")
  void two(int a) {}

  @Tool
  @RequiresApproval(preview = "number")
  void three(int a) {}

  @Tool
  @RequiresApproval(preview = "hidden")
  void four(int a) {}

  @Tool
  @RequiresApproval(preview = "instance")
  static void five(int a) {}

  @Tool
  @RequiresApproval(preview = "showsix")
  void six(int a) {}

  @Tool
  @RequiresApproval(preview = "seven")
  String seven(int a) {
    return "";
  }

  @Tool
  @RequiresApproval(preview = "rash")
  void eight(int a) {}

  String rash(int a) throws Throwable {
    return "";
  }

  @Tool
  @RequiresApproval(preview = "far")
  void nine(int a) {}

  String showSix(int a) {
    return "";
  }

  private String showsix_(int a) {
    return "";
  }

  String other(long a) {
    return "";
  }

  int number(int a) {
    return a;
  }

  private String hidden(int a) {
    return "";
  }

  String instance(int a) {
    return "";
  }
}
