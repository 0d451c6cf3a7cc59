package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Approver;
import dev.adze.approval.Approvers;
import dev.adze.approval.Decision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.log.JsonLog;
import dev.adze.testing.RecordedEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PermissionsTest {
  @TempDir private Path folder;

  private final Printed printed = new Printed();
  private Path file = Path.of("");

  @BeforeEach
  void nothingIsWrittenYet() {
    file = folder.resolve("calculation_result.txt");
  }

  @Test
  void theFileAndTheLogAreWrittenAfterTheApprovals() throws Exception {
    List<String> asked = new ArrayList<>();
    run(request -> {
      asked.add(question(request) + (Files.exists(file) ? " (there is a file)" : ""));
      return Decision.approve();
    });
    assertThat(file).hasContent("25 * 4 = 100");
    assertThat(asked)
        .containsExactly(
            "fileWriter: changes a file on this machine; Creates " + file,
            "sensitiveSystemCommand: runs a command on this machine;  (there is a file)");
  }

  private static String question(ApprovalRequest request) {
    return request.tool().name() + ": " + request.reason() + "; " + request.preview().orElse("");
  }

  @Test
  void aPersonSeesEachDecisionAndItsResult() throws Exception {
    run(request ->
        request.tool().name().equals("fileWriter")
            ? Decision.approve()
            : Decision.deny("not on this machine"));
    assertThat(printed.text())
        .isEqualTo(
            """
            No API key is set: a script plays the model.
            Calculate 25 * 4, then write the result to 'calculation_result.txt', and finally run a \
            system check command 'ls -la'
            -> calculator {"expression":"25 * 4"}
            <- success: 100
               approved by the approver
            -> fileWriter {"filename":"calculation_result.txt","content":"25 * 4 = 100"}
            <- success: Wrote: calculation_result.txt
               denied by the approver
            <- denied: The approver denied the call; it has not run. not on this machine
            100; File calculation_result.txt written successfully; The approver denied the call; it \
            has not run. not on this machine
            FINAL_OUTPUT: 4 steps, 0 tokens
            """);
    assertThat(file).hasContent("25 * 4 = 100");
    RecordedEvents logged =
        RecordedEvents.of(
            JsonLog.read(folder.resolve("logs").resolve("permission_execution_log.json")));
    logged.assertPromises();
    logged.assertCount(ToolPermissionRequest.class, 2);
  }

  @Test
  void withoutAnApprovalNothingIsWritten() throws Exception {
    run(Approvers.denyAll());
    assertThat(file).doesNotExist();
    assertThat(printed.text()).contains("Nobody is asked here").doesNotContain("-> fileWriter");
  }

  @Test
  void otherArgumentsAreWhatIsWritten() throws Exception {
    run(request ->
        Decision.approveWith("{\"filename\":\"calculation_result.txt\",\"content\":\"100\"}"));
    assertThat(file).hasContent("100");
  }

  @Test
  void noFileOutsideOfTheFolderIsWritten() {
    Permissions.FileWriter writer = new Permissions.FileWriter(folder);
    String sibling = "../" + folder.getFileName() + "-sibling";
    for (String name :
        List.of(sibling, "logs/x", folder.resolveSibling("x").toString(), "", "..")) {
      assertThatThrownBy(() -> writer.fileWriter(name, "text"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(folder).isEmptyDirectory();
    assertThat(folder.resolve(sibling)).doesNotExist();
  }

  private void run(Approver approver) throws InterruptedException {
    Permissions.run(Model.scripted(Permissions.script()), folder, approver, printed.screen());
  }
}
