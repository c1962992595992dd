package io.kwhy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * A command line that was run in this process, one at a time. What other tests print meanwhile goes
 * where it went before.
 *
 * @param code exit code
 * @param out what came on standard output
 * @param errors what came on standard error
 */
record Invocation(int code, String out, String errors) {
  static synchronized Invocation of(String... arguments) {
    PrintStream out = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new Own(written, out));
      System.setErr(new Own(complained, errors));
      int code = Main.run(arguments);
      return new Invocation(code, written.toString(UTF_8), complained.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(errors);
    }
  }

  /** Takes what the thread prints that made it, and passes the rest on. */
  private static final class Own extends PrintStream {
    private final Thread owner = Thread.currentThread();
    private final PrintStream others;

    Own(OutputStream written, PrintStream others) {
      super(written, true, UTF_8);
      this.others = others;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (Thread.currentThread() == owner) {
        super.write(bytes, from, length);
      } else {
        others.write(bytes, from, length);
      }
    }
  }
}
