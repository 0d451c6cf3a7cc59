package dev.adze.model;

/** A piece of what the model said. New kinds may be added in a later version. */
public sealed interface AssistantPart
    permits TextPart,
        ReasoningPart,
        RefusalPart,
        ToolCall,
        ProviderPart,
        McpToolsPart,
        McpApprovalRequest {}
