// OPTION -Aadze.providers=openai-strict
// MANDATORY_WARNING at void deep(: The arguments of tool "deep" nest 6 levels deep, and OpenAI's strict mode takes up to 10, for older models 5. Make them flatter, or do not ask for strict mode. [adze:T021]
// ERROR at void deeper(: The arguments of tool "deeper" nest 11 levels deep, and OpenAI's strict mode takes up to 10, for older models 5. Make them flatter, or do not ask for strict mode. [adze:T021]
import dev.adze.annotation.Tool;

@SuppressWarnings("adze:T011")
class T021 {
  record R0(R1 inner) {}

  record R1(R2 inner) {}

  record R2(R3 inner) {}

  record R3(R4 inner) {}

  record R4(R5 inner) {}

  record R5(R6 inner) {}

  record R6(R7 inner) {}

  record R7(R8 inner) {}

  record R8(R9 inner) {}

  record R9(int value) {}

  @Tool("Takes what is deep.")
  void deep(
      R5 value) {}

  @Tool("Takes what is deeper.")
  void deeper(
      R0 value) {}
}
