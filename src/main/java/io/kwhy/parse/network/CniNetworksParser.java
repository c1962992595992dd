package io.kwhy.parse.network;

import io.kwhy.fact.network.PodAddressReservations;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ls -l} (or plain {@code ls}) of the folder in which the CNI plugin host-local keeps a file
 * for each address it has given away; its lock and its memory of the last one stand beside them.
 */
final class CniNetworksParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    List<String> addresses = new ArrayList<>();
    Lines.each(
        input, facts, line -> name(line).filter(AddressText::address).ifPresent(addresses::add));
    facts.add(new PodAddressReservations(input.node(), addresses, facts.at(0)));
  }

  /** The last word; the others are rights, owner, size and time. */
  private static Optional<String> name(Line line) {
    List<String> words = line.words();
    return words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1));
  }
}
