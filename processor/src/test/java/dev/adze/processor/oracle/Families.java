package dev.adze.processor.oracle;

import java.util.List;

/** Every family that the processor supports. */
final class Families {
  static final List<Family> ALL =
      List.of(
          new BooleanFamily(),
          new IntegerFamily(),
          new FloatingFamily(),
          new StringFamily(),
          new EnumFamily(),
          new ListFamily(),
          new RecordFamily(),
          new CheckedRecordFamily(),
          new CharFamily(),
          new DecimalFamily(),
          new TextFormFamily(),
          new BytesFamily(),
          new CollectionFamily(),
          new ArrayFamily(),
          new MapFamily(),
          new AnyFamily(),
          new ConstraintFamily(),
          new BoundedFamily(),
          new SealedFamily(),
          new GenericFamily(),
          new RecursiveFamily(),
          new BeanFamily());

  private Families() {}
}
