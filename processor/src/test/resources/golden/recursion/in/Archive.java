package com.acme;

import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

/** Keeps folders. */
public class Archive {
  /**
   * A folder.
   *
   * @param name how it is called
   * @param parts what is in it
   * @param newest what was put in last
   */
  public record Folder(String name, List<Folder> parts, Optional<Document> newest) {}

  /**
   * A document.
   *
   * @param title its title
   * @param copyIn where a copy of it is
   */
  public record Document(String title, Optional<Folder> copyIn) {}

  /** Things of paper. */
  public static final class Paper {
    private Paper() {}

    /**
     * Another folder, whose name would be the same.
     *
     * @param next the one behind it
     */
    public record Folder(@Param(defaultValue = "[]") List<Folder> next) {}
  }

  /**
   * Files a folder.
   *
   * @param folder what to file
   * @param paper where to put it
   */
  @Tool
  public Folder file(Folder folder, Paper.Folder paper) {
    return folder;
  }
}
