package com.acme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

/** Keeps people. */
public class Office {
  /** What has a number. */
  public abstract static class Numbered<N> {
    private N number;

    /** The number that it has. */
    public N getNumber() {
      return number;
    }

    public void setNumber(N number) {
      this.number = number;
    }
  }

  /** Somebody who works here. */
  public static class Person extends Numbered<Long> {
    @JsonPropertyDescription("Whether it is free.")
    private boolean free;

    @Param(defaultValue = "[\"work\"]")
    private List<String> tasks;

    private Optional<Person> boss = Optional.empty();

    @JsonProperty("full_name")
    private String name;

    private String secret;

    /** Anything else. */
    public String note;

    public boolean isFree() {
      return free;
    }

    public void setFree(boolean free) {
      this.free = free;
    }

    /** What there is to do. */
    public List<String> getTasks() {
      return tasks;
    }

    public void setTasks(List<String> tasks) {
      this.tasks = tasks;
    }

    public Optional<Person> getBoss() {
      return boss;
    }

    public Person setBoss(Optional<Person> newBoss) {
      boss = newBoss;
      return this;
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

    /** How long the name is. */
    public int getLength() {
      return name.length();
    }

    @JsonIgnore
    public String getSecret() {
      return secret;
    }

    public void setSecret(String secret) {
      this.secret = secret;
    }
  }

  /** A room. */
  public static final class Room {
    private final String door;
    private final int floor;

    @Name("chair_count")
    private int chairs;

    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
    private String code;

    private Room(String door, int floor) {
      this.door = door;
      this.floor = floor;
    }

    /**
     * Finds a room.
     *
     * @param door what is on the door
     * @param level how high it is
     */
    @JsonCreator
    public static Room of(String door, @JsonProperty("floor") int level) {
      return new Room(door, level);
    }

    public String getDoor() {
      return door;
    }

    public int getFloor() {
      return floor;
    }

    /** How many can sit. */
    public int getChairs() {
      return chairs;
    }

    public void setChairs(int chairs) {
      this.chairs = chairs;
    }

    /** What opens it. */
    public String getCode() {
      return code;
    }

    public void setCode(String code) {
      this.code = code;
    }
  }

  /**
   * Hires somebody.
   *
   * @param person who
   * @param rooms where
   */
  @Tool
  public List<Person> hire(
      Person person, @Param(defaultValue = "[{\"door\": \"1\", \"floor\": 2, \"chair_count\": 3, \"code\": \"4\"}]") List<Room> rooms) {
    return List.of(person);
  }

  /** Finds an empty room. */
  @Tool
  public Room free() {
    return Room.of("1", 1);
  }
}
