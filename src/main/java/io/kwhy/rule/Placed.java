package io.kwhy.rule;

/** Something that was read, and where. */
record Placed<T>(T value, RuleFile file, int line) {
  Problem problem(String text) {
    return file.problem(line, text);
  }
}
