package dev.adze.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whole owners: which tools there are, and where they come from. */
class ContractDiffTest {
  private static final String TOOL = "{'name':'%s','inputSchema':{},'sequential':%s}";

  private static String tool(String name) {
    return TOOL.formatted(name, false);
  }

  private static NavigableMap<String, OwnerContract> owners(String... contracts) {
    NavigableMap<String, OwnerContract> owners = new TreeMap<>();
    for (String contract : contracts) {
      OwnerContract read =
          OwnerContract.parse("test", ("{'format':1," + contract + "}").replace('\'', '"'));
      owners.put(read.owner(), read);
    }
    return owners;
  }

  private static String owner(String name, String more, String... tools) {
    return "'owner':'" + name + "'," + more + "'tools':[" + String.join(",", tools) + "]";
  }

  private static List<String> changes(
      NavigableMap<String, OwnerContract> before, NavigableMap<String, OwnerContract> now) {
    return ContractDiff.changes(before, now).stream().map(Change::toString).toList();
  }

  @Test
  void toolsThatComeGoAndAreRenamed() {
    assertThat(
            changes(
                owners(owner("A", "", tool("x"), TOOL.formatted("y", true), tool("z"))),
                owners(owner("A", "", tool("z"), TOOL.formatted("y2", true), tool("w")))))
        .containsExactly(
            "breaking: A \"x\": renamed to \"w\"",
            "breaking: A \"y\": renamed to \"y2\"",
            "compatible: A \"y2\": added",
            "compatible: A \"w\": added");
    assertThat(changes(owners(owner("A", "", tool("x"))), owners(owner("A", ""))))
        .containsExactly("breaking: A \"x\": removed");
  }

  @Test
  void theOrderOfToolsDoesNotMatter() {
    assertThat(
            changes(
                owners(owner("A", "", tool("x"), tool("y"))),
                owners(owner("A", "", tool("y"), tool("x")))))
        .isEmpty();
  }

  @Test
  void ownersThatComeAndGo() {
    assertThat(
            changes(
                owners(owner("A", "", tool("x"), tool("y"))), owners(owner("B", "", tool("x")))))
        .containsExactly(
            "breaking: A: removed, and with it \"x\", \"y\".",
            "compatible: B: added, and with it \"x\".");
  }

  @Test
  void aToolThatMovesToATypeAboveIsStillThere() {
    assertThat(
            changes(
                owners(owner("A", "'inherits':['Base'],", tool("x")), owner("Base", "")),
                owners(owner("A", "'inherits':['Base'],"), owner("Base", "", tool("x")))))
        .containsExactly("compatible: Base \"x\": added");
  }

  @Test
  void aChangeAboveIsSaidOnce() {
    assertThat(
            changes(
                owners(
                    owner("A", "'inherits':['Base'],"),
                    owner("Base", "", TOOL.formatted("x", true))),
                owners(
                    owner("A", "'inherits':['Base'],"),
                    owner("Base", "", TOOL.formatted("x", false)))))
        .containsExactly("compatible: Base \"x\" /sequential: was true, is false");
  }

  @Test
  void aTypeThatNoLongerInheritsLosesTools() {
    String base = owner("Base", "", tool("x"));
    assertThat(
            changes(owners(owner("A", "'inherits':['Base'],"), base), owners(owner("A", ""), base)))
        .containsExactly("breaking: A \"x\": removed");
    assertThat(
            changes(
                owners(owner("A", "'inherits':['lib.Base'],")),
                owners(owner("A", "'inherits':['lib.Other'],"))))
        .containsExactly(
            "breaking: A /inherits: the tools of lib.Base are no longer offered",
            "compatible: A /inherits: the tools of lib.Other are offered too");
  }

  @Test
  void anOverrideUnderAnotherNameTakesTheInheritedOneAway() {
    String base = owner("Base", "", tool("x"));
    assertThat(
            changes(
                owners(owner("A", "'inherits':['Base'],"), base),
                owners(owner("A", "'inherits':['Base'],'replaces':['x'],", tool("y")), base)))
        .containsExactly("breaking: A \"x\": renamed to \"y\"", "compatible: A \"y\": added");
  }

  @Test
  void anOverrideIsComparedWithWhatWasInherited() {
    String base = owner("Base", "", tool("x"));
    assertThat(
            changes(
                owners(owner("A", "'inherits':['Base'],"), base),
                owners(owner("A", "'inherits':['Base'],", TOOL.formatted("x", true)), base)))
        .containsExactly("compatible: A \"x\" /sequential: was false, is true");
  }

  @Test
  void anApprovalForAllThatIsInheritedCannotBeDropped() {
    String approval = "'approval':{'reason':'','rememberable':true},";
    String base = owner("Base", "", tool("x"));
    assertThat(
            changes(
                owners(owner("A", "'inherits':['Base']," + approval), base),
                owners(owner("A", "'inherits':['Base'],"), base)))
        .containsExactly("breaking: A /approval: dropped: calls run without asking anybody");
  }

  @Test
  void typesThatAreAboveEachOtherEndSomewhere() {
    NavigableMap<String, OwnerContract> owners =
        owners(owner("A", "'inherits':['B'],", tool("x")), owner("B", "'inherits':['A'],"));

    assertThat(changes(owners, owners)).isEmpty();
  }
}
