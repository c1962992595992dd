package io.kwhy.report;

import io.kwhy.diagnosis.Diagnosis;
import java.io.IOException;

/** Writes a diagnosis in one format. The same diagnosis gives the same characters. */
@FunctionalInterface
public interface Report {
  /**
   * Writes the whole report.
   *
   * @throws IOException where {@code out} does not take it
   */
  void write(Diagnosis diagnosis, Appendable out) throws IOException;
}
