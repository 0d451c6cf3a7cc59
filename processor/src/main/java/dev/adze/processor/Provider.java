package dev.adze.processor;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose limits tools are held against. The choice changes what is reported and nothing else. */
enum Provider {
  OPENAI,
  OPENAI_STRICT,
  ANTHROPIC,
  ANTHROPIC_STRICT,
  GROQ,
  GEMINI,
  MCP;

  /** The option that chooses, with names that are separated by commas. */
  static final String OPTION = "adze.providers";

  /**
   * What all agree on is asked for if none is chosen: names that suit everyone, and what is known
   * to be a mistake with most.
   */
  private static final Set<Provider> UNCHOSEN = Set.of(OPENAI, ANTHROPIC, GROQ);

  /** What an option says. */
  record Choice(Set<Provider> providers, boolean chosen, List<String> unknown) {
    boolean has(Provider provider) {
      return providers.contains(provider);
    }

    boolean hasAny(Provider... any) {
      return Arrays.stream(any).anyMatch(this::has);
    }
  }

  /** The name in the option. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Choice choose(@Nullable String option) {
    if (option == null || option.isBlank()) {
      return new Choice(UNCHOSEN, false, List.of());
    }
    Set<Provider> providers = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String name : option.split(",", -1)) {
      String id = name.strip();
      Optional<Provider> known =
          Arrays.stream(values()).filter(provider -> provider.id().equals(id)).findFirst();
      known.ifPresentOrElse(providers::add, () -> unknown.add(id));
    }
    return new Choice(Set.copyOf(providers), true, List.copyOf(unknown));
  }
}
