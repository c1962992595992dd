package io.kwhy.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Several command lines in one process, where it is not the process that is tested: a start costs
 * more than what it is asked. Each ends with {@code ;}, and after what it prints comes a line with
 * {@link #END} and its exit code.
 */
final class Several {
  static final String END = "--- exit ";

  private Several() {}

  public static void main(String[] arguments) {
    List<String> line = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.equals(";")) {
        line.add(argument);
        continue;
      }
      int code = Main.run(line.toArray(String[]::new));
      System.out.println(END + code);
      line.clear();
    }
  }
}
