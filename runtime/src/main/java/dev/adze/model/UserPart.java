package dev.adze.model;

/** A piece of what a user says. New kinds may be added in a later version. */
public sealed interface UserPart permits TextPart, MediaPart {}
