package io.kwhy.rule.file;

/** Something that was read, and where. */
public record Placed<T>(T value, RuleFile file, int line) {
  /** Something that is wrong with it; see {@link Problem}. */
  public Problem problem(String text) {
    return file.problem(line, text);
  }
}
