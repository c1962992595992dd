package io.kwhy.parse.network;

import io.kwhy.fact.node.ResolvConf;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A resolv.conf as <a
 * href="https://man7.org/linux/man-pages/man5/resolv.conf.5.html">resolv.conf(5) </a> has it: the
 * last line {@code search} counts, options add up. What {@code domain} says is the host's alone. An
 * empty file is a fact too: a resolver without name servers.
 */
final class ResolvConfParser implements Parser {

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Reading reading = new Reading(facts);
    Lines.each(input, facts, reading::line);
    facts.add(
        new ResolvConf(
            input.node(),
            input.hostPath(),
            reading.nameservers,
            reading.unreadable,
            reading.search,
            reading.options,
            facts.at(reading.firstNameserver)));
  }

  private static final class Reading {
    private final Facts facts;
    private final List<String> nameservers = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private List<String> search = List.of();
    private int firstNameserver;

    Reading(Facts facts) {
      this.facts = facts;
    }

    void line(Line line) {
      List<String> words = line.words();
      String keyword = words.get(0);
      if (keyword.startsWith("#") || keyword.startsWith(";")) {
        return;
      }
      List<String> values = words.subList(1, words.size());
      switch (keyword) {
        case "nameserver" -> nameserver(line, values);
        case "search" -> search = List.copyOf(values);
        case "options" -> options.addAll(values);
        // Not handed on to pods, or known elsewhere and passed over by Linux's resolvers.
        case "domain", "sortlist", "lookup", "family", "trust-ad" -> {}
        default ->
            facts.gap(line.number(), line.insteadOf("nameserver, search, domain or options"));
      }
    }

    private void nameserver(Line line, List<String> values) {
      if (values.isEmpty() || !AddressText.address(values.get(0))) {
        facts.gap(line.number(), line.insteadOf("nameserver and an address"));
        unreadable.add(values.isEmpty() ? "" : values.get(0));
        return;
      }
      firstNameserver = nameservers.isEmpty() ? line.number() : firstNameserver;
      nameservers.add(values.get(0));
    }
  }
}
