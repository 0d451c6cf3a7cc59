package dev.adze.model;

import java.util.Objects;

/**
 * Whether the provider may make one call.
 *
 * @param providerId the provider's id of its request
 * @param approved whether it may
 * @param reason why not, for the model; may be empty
 */
public record McpApproval(String providerId, boolean approved, String reason) {
  /** Refuses null. */
  public McpApproval {
    Objects.requireNonNull(providerId, "providerId");
    Objects.requireNonNull(reason, "reason");
  }
}
