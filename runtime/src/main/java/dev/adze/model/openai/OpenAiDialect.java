package dev.adze.model.openai;

import java.util.List;

/**
 * In what a server's chat completions differ from the next one's.
 *
 * @param origin names the server in what it alone understands, and which goes back to it alone
 * @param maxTokensField what the limit on the response's tokens is called
 * @param instructions how instructions are marked
 * @param usageInStreams whether a stream is asked for what it took
 * @param reasoningBack whether the server wants to have its reasoning back
 * @param thinkTags whether text between tags at the beginning of an answer is reasoning
 * @param documents whether a file is a document with an address, as Mistral has it
 */
record OpenAiDialect(
    String origin,
    String maxTokensField,
    Instructions instructions,
    boolean usageInStreams,
    boolean reasoningBack,
    boolean thinkTags,
    boolean documents) {

  /** How long the names of functions may be. */
  static final int LONGEST_TOOL_NAME = 64;

  /** How many functions a request may offer, for those of whom it is known. */
  private static final int MAX_TOOLS = 128;

  private static final List<String> LIMIT_TOOLS = List.of(".openai.com", ".azure.com", ".groq.com");

  /** Who refuses a conversation with tools, or forgets, when its plain reasoning is left out. */
  private static final List<String> WANT_REASONING_BACK =
      List.of(".deepseek.com", ".moonshot.ai", ".moonshot.cn", ".z.ai", ".bigmodel.cn");

  /** Which role instructions have. */
  enum Instructions {
    SYSTEM,
    DEVELOPER,
    /** The newer role for OpenAI's reasoning models, which know the older one as its alias only. */
    BY_MODEL
  }

  /** The dialect of a server of which nothing is known. */
  static OpenAiDialect plain(String origin) {
    return new OpenAiDialect(origin, "max_tokens", Instructions.SYSTEM, true, false, false, false);
  }

  /** What is known of the server of that name. */
  static OpenAiDialect of(String host) {
    boolean openAi = host.endsWith(".openai.com") || host.endsWith(".azure.com");
    return new OpenAiDialect(
        "openai-chat " + host.replaceFirst(":\\d+$", ""),
        openAi ? "max_completion_tokens" : "max_tokens",
        openAi ? Instructions.BY_MODEL : Instructions.SYSTEM,
        true,
        WANT_REASONING_BACK.stream().anyMatch(("." + host)::endsWith),
        false,
        ("." + host).endsWith(".mistral.ai"));
  }

  /** How many tools a server takes in a request, as far as it is known. */
  static int maxTools(String host) {
    return LIMIT_TOOLS.stream().anyMatch(("." + host)::endsWith) ? MAX_TOOLS : Integer.MAX_VALUE;
  }

  /** The role of instructions to a model. */
  String instructionsRole(String model) {
    boolean developer =
        instructions == Instructions.DEVELOPER
            || (instructions == Instructions.BY_MODEL && model.matches("(o\\d|gpt-5).*"));
    return developer ? "developer" : "system";
  }
}
