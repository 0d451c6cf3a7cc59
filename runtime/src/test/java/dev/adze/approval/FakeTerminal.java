package dev.adze.approval;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A terminal whose person types what a test says. */
final class FakeTerminal implements Terminal {
  private static final String END = new String("end");

  private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
  private final StringBuffer screen = new StringBuffer();
  volatile boolean interactive = true;

  void type(String line) {
    typed.add(line);
  }

  void end() {
    typed.add(END);
  }

  String screen() {
    return screen.toString();
  }

  @Override
  public boolean interactive() {
    return interactive;
  }

  @Override
  public void print(String text) {
    screen.append(text);
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public String readLine(Runnable ready) throws InterruptedException {
    ready.run();
    String line = typed.take();
    return line == END ? null : line;
  }
}
