package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.nft.Elements.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A set or map that has a name; its elements are read when it is known what they are. */
final class NamedSet {
  private final List<Element> elements;
  private final Map<List<Kind>, Pattern> read = new HashMap<>();

  NamedSet(List<Element> elements) {
    this.elements = List.copyOf(elements);
  }

  List<Element> elements() {
    return elements;
  }

  /** Its keys, as values of these kinds. */
  Pattern pattern(List<Kind> kinds) {
    return read.computeIfAbsent(kinds, k -> pattern(elements, k));
  }

  static Pattern pattern(List<Element> elements, List<Kind> kinds) {
    return Pattern.OneOf.of(
        elements.stream().map(element -> Elements.pattern(element.key(), kinds)).toList());
  }
}
