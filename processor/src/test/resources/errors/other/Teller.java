package other;

public class Teller {
  protected String far(int a) {
    return "";
  }
}
