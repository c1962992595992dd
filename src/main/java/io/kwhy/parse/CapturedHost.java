package io.kwhy.parse;

import io.kwhy.bundle.Capture;
import io.kwhy.bundle.Entry;
import io.kwhy.bundle.Source;
import io.kwhy.parse.network.LinkDetails;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One host's entries, and what they have yielded so far. */
final class CapturedHost implements HostEntries {
  private final String node;
  private final String role;
  private final Map<Source, List<Input>> inputs = new EnumMap<>(Source.class);
  private final Map<String, EntryFacts> facts = new TreeMap<>();
  private final List<Other> others = new ArrayList<>();
  private final Set<Source> unread = EnumSet.noneOf(Source.class);

  private record Other(Entry file, Instant collectedAt) {}

  CapturedHost(String node, String role) {
    this.node = node;
    this.role = role;
  }

  /** Takes an entry; of the places where a unit's log may lie, the first that has one counts. */
  void add(Input input) {
    List<Input> known = inputs.computeIfAbsent(input.source(), key -> new ArrayList<>());
    boolean oneOf = input.source().capture() instanceof Capture.HostLog;
    if (oneOf && !known.isEmpty()) {
      known.set(0, place(known.get(0)) <= place(input) ? known.get(0) : input);
    } else {
      known.add(input);
    }
  }

  /** Takes a file that is of no source, unless settings say that it is. */
  void addOther(Entry file, Instant collectedAt) {
    others.add(new Other(file, collectedAt));
  }

  @Override
  public List<Input> of(Source source, String path) {
    for (Other other : others) {
      Input input = new Input(source, node, other.file(), other.collectedAt());
      if (HostEntries.isOf(input, path) && of(source).stream().noneMatch(input::equals)) {
        add(input);
      }
    }
    return HostEntries.super.of(source, path).stream()
        .sorted(Comparator.comparing(Input::path))
        .toList();
  }

  private int place(Input input) {
    String below = input.path().substring(input.path().indexOf('/', "nodes/".length()));
    List<String> places = input.source().capture().entries();
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).endsWith(below)) {
        return i;
      }
    }
    return places.size();
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public String role() {
    return role;
  }

  @Override
  public List<Input> of(Source source) {
    return inputs.getOrDefault(source, List.of());
  }

  @Override
  public EntryFacts facts(Input input) {
    return facts.computeIfAbsent(key(input), key -> new EntryFacts(input.path()));
  }

  /** Takes over what an entry has yielded already. */
  void settle(Input input, EntryFacts read) {
    facts.put(key(input), read);
  }

  /** One entry may be read as two sources. */
  private static String key(Input input) {
    return input.source().id() + ' ' + input.path();
  }

  /**
   * Takes what was said of addresses as what was said of links too, where nobody asked for those
   * and it has all that is known of them.
   */
  void fillLinks() throws IOException {
    if (!of(Source.IP_LINK).isEmpty()) {
      return;
    }
    for (Input addresses : of(Source.IP_ADDRESS)) {
      if (LinkDetails.in(addresses)) {
        add(
            new Input(
                Source.IP_LINK, addresses.node(), addresses.entry(), addresses.collectedAt()));
      }
    }
  }

  /** Notes sources of which not all became facts, though nothing is wrong with any entry. */
  void markUnread(Set<Source> sources) {
    unread.addAll(sources);
  }

  boolean isUnread(Source source) {
    return unread.contains(source);
  }

  boolean hasEntries() {
    return !inputs.isEmpty();
  }
}
