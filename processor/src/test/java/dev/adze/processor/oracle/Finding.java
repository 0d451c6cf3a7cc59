package dev.adze.processor.oracle;

import org.jspecify.annotations.Nullable;

/**
 * What came of holding one text against all judges.
 *
 * @param accepted whether the decoder bound it
 * @param known the class of the mismatch, or null if there is none or an unlisted one
 * @param unlisted the sort of an unlisted mismatch, or null
 * @param details who said what
 */
record Finding(boolean accepted, @Nullable Known known, @Nullable String unlisted, String details) {
  /** The sort of a fault that was drawn and that neither decoder nor judges mind. */
  static final String UNSEEN = "a fault that nobody sees";

  static final Finding REFUSED = new Finding(false, null, null, "");
  static final Finding ACCEPTED = new Finding(true, null, null, "");

  static Finding agreed(boolean accepted) {
    return accepted ? ACCEPTED : REFUSED;
  }

  static Finding known(boolean accepted, Known known) {
    return new Finding(accepted, known, null, "");
  }

  static Finding unlisted(boolean accepted, String sort, String details) {
    return new Finding(accepted, null, sort, details);
  }
}
