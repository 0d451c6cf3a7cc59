package com.acme.money;

import dev.adze.annotation.Param;
import java.util.List;

/** A note with others. */
public record Note(
    @Param("What it says.") String text, @Param("What was answered.") List<Note> answers) {}
