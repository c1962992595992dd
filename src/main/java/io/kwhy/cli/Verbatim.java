package io.kwhy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Takes the next word as it is: an option of another program may look like one of ours. */
final class Verbatim implements IParameterConsumer {
  @Override
  public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
    if (words.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "expected " + option.paramLabel() + " behind it, found none");
    }
    List<String> all = new ArrayList<>(option.<List<String>>getValue());
    all.add(words.pop());
    option.setValue(all);
  }
}
