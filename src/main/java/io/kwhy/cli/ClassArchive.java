package io.kwhy.cli;

import java.io.PrintStream;

/**
 * The archive of classes beside the jars, which halves a start. It is of one JVM, and where that is
 * another, or a jar has changed, the JVM passes over it in silence.
 */
final class ClassArchive {
  private ClassArchive() {}

  /** Says that a start was slow for want of it, and what makes it anew, if that is so. */
  static void tell(PrintStream errors) {
    String script = System.getProperty("kwhy.archive.script", "");
    // Without it the JVM may still share an archive of its own classes.
    boolean taken =
        Boolean.getBoolean("kwhy.archive")
            && System.getProperty("java.vm.info", "").contains("sharing");
    if (!script.isEmpty() && !taken) {
      errors.printf(
          "kwhy: no archive of classes for this JVM (%s in %s), so a start takes about twice as long; sh %s makes one%n",
          System.getProperty("java.runtime.version"), System.getProperty("java.home"), script);
    }
  }
}
