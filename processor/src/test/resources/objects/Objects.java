package objects;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tools that take objects of every kind. */
@SuppressWarnings("adze:T011")
public class Objects {
  public record Folder(String name, List<Folder> parts, Optional<Folder> copy) {}

  public record Page<T>(List<T> items, T first, Optional<Page<T>> next) {}

  public record User(String name) {}

  public sealed interface Form {}

  public sealed interface Round extends Form {}

  @Name("circle")
  public record Circle(double radius) implements Round {
    public Circle {
      if (radius < 0) {
        throw new IllegalArgumentException("a radius is not negative");
      }
    }
  }

  public record Group(List<Form> parts) implements Form {}

  public sealed interface Result<T> {}

  public record Done<T>(T value) implements Result<T> {}

  public record Failed<T>(String reason) implements Result<T> {}

  public static class Person {
    static int made;

    private String name = "";
    private int age;
    private @Nullable Person boss;

    public Person() {
      made++;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) throws java.io.IOException {
      if (name.isEmpty()) {
        throw new java.io.IOException("a person needs a name");
      }
      this.name = name;
    }

    public int getAge() {
      return age;
    }

    public void setAge(int age) {
      if (age < 0) {
        throw new IllegalArgumentException();
      }
      this.age = age;
    }

    public @Nullable Person getBoss() {
      return boss;
    }

    public void setBoss(@Nullable Person boss) {
      this.boss = boss;
    }

    public int getLength() {
      return name.length();
    }
  }

  public static final class Room {
    private final String door;

    public Room(String door) {
      this.door = door;
    }

    public String door() {
      return door;
    }
  }

  public record Entry(@Nullable String text, @Nullable Integer page, List<@Nullable User> users) {}

  public record Strict(int value) {
    public Strict {
      if (value == 1) {
        throw new IllegalStateException("not one");
      }
    }
  }

  public record Holder(@Param(defaultValue = "{\"value\": 1}") Strict strict, int other) {}

  /** Its constants have bodies, so that javac makes it sealed. */
  public enum Step {
    UP {
      @Override
      int by() {
        return 1;
      }
    },
    DOWN {
      @Override
      int by() {
        return -1;
      }
    };

    abstract int by();
  }

  /** Has a property whose second letter is a capital, as editors write it. */
  public static class Odd {
    private String aName = "";

    public String getaName() {
      return aName;
    }

    public void setaName(String aName) {
      this.aName = aName;
    }

    public String getter() {
      return aName;
    }

    public void settle(String with) {}
  }

  @Tool("Takes what is oddly written.")
  public Odd odd(Odd odd, Step step, List<? extends Step> steps) {
    return odd;
  }

  @Tool("Takes folders.")
  public Folder folders(Folder folder) {
    return folder;
  }

  @Tool("Takes pages.")
  public Page<? extends User> pages(Page<? extends User> page, List<? extends Page<String>> more) {
    return page;
  }

  @Tool("Takes forms.")
  public Form forms(Form form, Optional<Circle> circle) {
    return form;
  }

  @Tool("Takes results.")
  public Result<? extends User> results(Result<User> result) {
    return result;
  }

  @Tool("Takes beans.")
  public Person people(Person person, Room room) {
    return person;
  }

  @Tool("Says how many people were made.")
  public int made() {
    return Person.made;
  }

  @Tool("Makes one who is his own boss.")
  public Person own() throws java.io.IOException {
    Person person = new Person();
    person.setName("Own");
    person.setBoss(person);
    return person;
  }

  @Tool("Takes what may be null.")
  public String nulls(@Nullable Entry entry, @Nullable Integer number) {
    return entry + " " + number;
  }

  @Tool("Has defaults that are refused.")
  public Holder defaults(
      @Param(defaultValue = "[{\"value\": 1}]") List<Strict> list,
      @Param(defaultValue = "{\"other\": 2}") Holder holder,
      @Param(defaultValue = "{\"type\": \"circle\", \"radius\": 1}") Form form,
      @Param(defaultValue = "{\"name\": \"Ada\", \"age\": 3}") Person person) {
    List<Strict> all = new ArrayList<>(list);
    all.add(holder.strict());
    return holder;
  }
}
