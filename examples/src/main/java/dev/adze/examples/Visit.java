package dev.adze.examples;

import dev.adze.annotation.StructuredOutput;
import java.time.DayOfWeek;

/**
 * A visit that was booked.
 *
 * @param tableId the table
 * @param day the day of the visit
 */
@StructuredOutput
record Visit(String tableId, DayOfWeek day) {}
