package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** How build tools find the processors, and what they may expect of them. */
class RegistrationTest {
  @Test
  void javacFindsAllProcessors() {
    assertThat(ServiceLoader.load(Processor.class, ToolProcessor.class.getClassLoader()))
        .hasAtLeastOneElementOfType(ToolProcessor.class)
        .hasAtLeastOneElementOfType(OutputProcessor.class)
        .hasAtLeastOneElementOfType(ToolIndexProcessor.class);
  }

  @Test
  void gradleIsToldWhatEachDependsOn() throws IOException {
    try (InputStream in =
        ToolProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactly(
              ToolProcessor.class.getName() + ",isolating",
              OutputProcessor.class.getName() + ",isolating",
              ToolIndexProcessor.class.getName() + ",aggregating");
    }
  }
}
