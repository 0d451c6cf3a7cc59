package acme;

import dev.adze.annotation.StructuredOutput;

/** Whether a text may be published. */
@StructuredOutput
class Verdict {
  private boolean allowed;
  private int score;

  public boolean isAllowed() {
    return allowed;
  }

  /** Whether it may. */
  public void setAllowed(boolean allowed) {
    this.allowed = allowed;
  }

  public int getScore() {
    return score;
  }

  /** How sure that is, 0 to 100. */
  public void setScore(int score) {
    this.score = score;
  }
}
