// ERROR at Parameter list is raw: Parameter "raw" has type java.util.List, which lacks its type argument. Write for instance List<String>. [adze:T060]
// ERROR at Tree left,: Component "left" of T060.Tree has type T060.Tree, which contains itself without end. Make it Optional, @Nullable or a List. [adze:T060]
// ERROR at record Chicken(Egg egg: Component "egg" of T060.Chicken has type T060.Egg, which contains itself without end. Make it Optional, @Nullable or a List. [adze:T060]
// ERROR at Secret secret,: Parameter "secret" has type T060.Secret, which generated code in the owner's package cannot use. Make it and the types around it visible there. [adze:T060]
// ERROR at Box rawBox,: Parameter "rawBox" has type T060.Box, which lacks its type arguments. Write what they are. [adze:T060]
// ERROR at record Box<T>(T value): Component "value" of T060.Box has type ?, which is a wildcard without an upper bound. Write a type, or ? extends with one. [adze:T060]
// ERROR at List<? super String> sup: An element of parameter "superior" has type ? super java.lang.String, which is a wildcard without an upper bound. Write a type, or ? extends with one. [adze:T060]
// ERROR at record Growing<T>: Component "next" of T060.Growing has type T060.Growing, which contains itself with ever longer type arguments. Let it contain itself with the arguments that it has. [adze:T060]
// ERROR at record Doubling<T>: Component "next" of T060.Doubling has type T060.Doubling, which contains itself with ever longer type arguments. Let it contain itself with the arguments that it has. [adze:T060]
// ERROR at None none,: Parameter "none" has type T060.None, which has no constants. Add one, or use another type. [adze:T060]
// ERROR at Inner inner,: Parameter "inner" has type T060.Inner, which is an inner class. Make it static. [adze:T060]
// ERROR at Open open,: Parameter "open" has type T060.Open, which is abstract and not sealed. Use a record or a class, or make it sealed. [adze:T060]
// ERROR at Half half,: Parameter "half" has type T060.Half, which permits T060.Wide, which is not sealed. Permit only records, final classes and sealed types. [adze:T060]
// ERROR at Level level,: Parameter "level" has type T060.Level, which permits T060.Fixed, which is an enum. Permit only records, final classes and sealed types. [adze:T060]
// ERROR at Concrete concrete,: Parameter "concrete" has type T060.Concrete, which is sealed but not abstract. Make it abstract. [adze:T060]
// ERROR at Closed closed,: Parameter "closed" has type T060.Closed, which has no constructor that generated code in the owner's package can call. Make one visible there, or use a record. [adze:T060]
// ERROR at Several several,: Parameter "several" has type T060.Several, which has several constructors. Add one without parameters, or mark one with @JsonCreator, or use a record. [adze:T060]
// ERROR at Empty empty,: Parameter "empty" has type T060.Empty, which has no properties that can be set. Give it public setters or a constructor with parameters, or use a record. [adze:T060]
// ERROR at private String hidden: Property "hidden" of T060.WriteOnly has type java.lang.String, which can be given but not read back, so that nobody could see what a call does. Add a public method getHidden(). [adze:T060]
// ERROR at private String unlike: Property "unlike" of T060.Unlike has type java.lang.String, which is read back as int. Give and read back the same type. [adze:T060]
// ERROR at @Nullable int count: Component "count" of T060.Counter has type int, which cannot be null. Use Integer, or remove @Nullable. [adze:T060]
// ERROR at @JsonIgnore int ignored: Component "ignored" of T060.Ignoring has type int, which @JsonIgnore cannot keep from the constructor. Remove it. [adze:T060]
// ERROR at ByClass byClass,: Parameter "byClass" has type T060.ByClass, which has @JsonTypeInfo(use = CLASS). Use JsonTypeInfo.Id.NAME as a property. [adze:T060]
// ERROR at Typed<String> typed,: Parameter "typed" has type T060.Typed<java.lang.String>, which none of its branches can be, with these type arguments. Use others. [adze:T060]
// ERROR at TwoCreators two,: Parameter "two" has type T060.TwoCreators, which has several constructors. Add one without parameters, or mark one with @JsonCreator, or use a record. [adze:T060]
// ERROR at record Round(Loop: Component "loop" of T060.Round has type T060.Loop, which contains itself without end. Make it Optional, @Nullable or a List. [adze:T060]
// ERROR at Map<String, List<? extends Pair<String, Integer>>> inside,: Parameter "inside" has type java.util.Map<java.lang.String, java.util.List<? extends T060.Pair<java.lang.String, java.lang.Integer>>>, which has a wildcard inside of a type argument. Write java.util.Map<java.lang.String, java.util.List<T060.Pair<java.lang.String, java.lang.Integer>>>. [adze:T060]
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class T060 {
  @interface Nullable {}

  record Tree(
      Tree left,
      Optional<Tree> right,
      int value) {}

  record Egg(Chicken chicken) {}

  record Chicken(Egg egg) {}

  private record Secret(int value) {}

  record Box<T>(T value) {}

  record Growing<T>(Optional<Growing<List<T>>> next) {}

  record Pair<A, B>(A first, B second) {}

  record Doubling<T>(Optional<Doubling<Pair<T, T>>> next) {}

  enum None {}

  class Inner {}

  interface Open {}

  sealed interface Half {}

  non-sealed interface Wide extends Half {}

  sealed interface Level {}

  enum Fixed implements Level {
    ONE
  }

  static sealed class Concrete {}

  static final class Sub extends Concrete {}

  static class Closed {
    private Closed() {}
  }

  static class Several {
    Several(int a) {}

    Several(long a) {}
  }

  static class Empty {}

  static class WriteOnly {
    private String hidden;

    public void setHidden(String hidden) {
      this.hidden = hidden;
    }
  }

  static class Unlike {
    private String unlike;

    public void setUnlike(String unlike) {
      this.unlike = unlike;
    }

    public int getUnlike() {
      return unlike.length();
    }
  }

  record Counter(
      @Nullable int count) {}

  record Ignoring(
      @JsonIgnore int ignored) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  sealed interface ByClass {}

  record One() implements ByClass {}

  sealed interface Typed<T> {}

  record Number() implements Typed<Integer> {}

  static class TwoCreators {
    @JsonCreator
    TwoCreators() {}

    @JsonCreator
    static TwoCreators of() {
      return new TwoCreators();
    }
  }

  sealed interface Loop {}

  record Round(Loop loop) implements Loop {}

  /**
   * Takes what cannot be.
   *
   * @param raw .
   * @param tree .
   * @param egg .
   * @param secret .
   * @param rawBox .
   * @param anyBox .
   * @param superior .
   * @param growing .
   * @param doubling .
   * @param none .
   * @param inner .
   * @param open .
   * @param half .
   * @param level .
   * @param concrete .
   * @param closed .
   * @param several .
   * @param empty .
   * @param writeOnly .
   * @param unlike .
   * @param counter .
   * @param ignoring .
   * @param byClass .
   * @param typed .
   * @param two .
   * @param inside nothing that fits
   * @param loop .
   */
  @Tool
  @SuppressWarnings("rawtypes")
  void take(
      List raw, // Parameter list is raw
      Tree tree,
      Egg egg,
      Secret secret,
      Box rawBox,
      Box<?> anyBox,
      List<? super String> superior,
      Growing<String> growing,
      Doubling<String> doubling,
      None none,
      Inner inner,
      Open open,
      Half half,
      Level level,
      Concrete concrete,
      Closed closed,
      Several several,
      Empty empty,
      WriteOnly writeOnly,
      Unlike unlike,
      Counter counter,
      Ignoring ignoring,
      ByClass byClass,
      Typed<String> typed,
      TwoCreators two,
      Map<String, List<? extends Pair<String, Integer>>> inside,
      Loop loop) {}
}
