package io.kwhy.parse.network;

import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A command's output as JSON or as text, told apart by how it begins: an {@code ip} that does not
 * know {@code -j} prints text, whatever the entry is called.
 */
record EitherForm(Parser json, Parser text) implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    (beginsAsJson(input) ? json : text).parse(input, facts);
  }

  private static boolean beginsAsJson(Input input) throws IOException {
    try (InputStream in = new BufferedInputStream(input.open())) {
      int next = in.read();
      while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
        next = in.read();
      }
      return next == '[' || next == '{';
    }
  }
}
