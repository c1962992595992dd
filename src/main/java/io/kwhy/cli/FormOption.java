package io.kwhy.cli;

import java.io.IOException;
import picocli.CommandLine.Option;

/** The form of an answer that is not a report, and its way to standard output. */
final class FormOption {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private Form form = Form.text;

  void write(Output.Content text, Output.Content json) throws IOException {
    Output.write(null, System.out, form == Form.json ? json : text);
  }
}
