import dev.adze.annotation.Param;

/**
 * A type in another file than its owner.
 *
 * @param name the name
 * @param size the size
 */
record Visitor(String name, @Param("The size.") int size) {}
