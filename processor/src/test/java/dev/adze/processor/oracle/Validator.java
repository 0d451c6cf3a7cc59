package dev.adze.processor.oracle;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Both judges of one schema: an independent validator, and our own. */
final class Validator {
  private final Schema schema;
  private final Judge strict;
  private final Judge lenient;

  Validator(String schema) {
    JsonNode tree = Json.read(schema);
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree);
    this.strict = new Judge(tree, false);
    this.lenient = new Judge(tree, true);
  }

  /** What the independent validator has against a value. */
  List<Error> errors(JsonNode value) {
    return schema.validate(value);
  }

  /** Whether our own judge accepts a value. */
  boolean fits(JsonNode value) {
    return strict.fits(value);
  }

  /** Whether it does when null counts as absent where a property is optional. */
  boolean fitsWithoutNulls(JsonNode value) {
    return lenient.fits(value);
  }

  /** Whether both accept a value. */
  boolean bothAccept(JsonNode value) {
    return fits(value) && errors(value).isEmpty();
  }
}
