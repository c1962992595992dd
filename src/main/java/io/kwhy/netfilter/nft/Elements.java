package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elements of a set or a map: {@code 10.43.0.1 . tcp . 443 comment "x" : goto y}. */
final class Elements {

  /**
   * One element.
   *
   * @param value the words after the colon; none in a set
   */
  record Element(List<Token> key, List<Token> value) {}

  private Elements() {}

  /** The elements between braces. */
  static List<Element> of(List<Token> inner) {
    List<Element> all = new ArrayList<>();
    List<Token> key = new ArrayList<>();
    List<Token> value = new ArrayList<>();
    List<Token> into = key;
    for (Token token : inner) {
      if (token.is(",")) {
        add(all, key, value);
        key = new ArrayList<>();
        value = new ArrayList<>();
        into = key;
      } else if (token.is(":")) {
        into = value;
      } else if (!token.is("\n")) {
        into.add(token);
      }
    }
    add(all, key, value);
    return all;
  }

  private static void add(List<Element> all, List<Token> key, List<Token> value) {
    if (!key.isEmpty()) {
      all.add(new Element(List.copyOf(key), List.copyOf(value)));
    }
  }

  /** The values that an element's key covers; what follows it (timeout, comment) is left out. */
  static Pattern pattern(List<Token> key, List<Kind> kinds) {
    List<Pattern> parts = new ArrayList<>();
    for (int i = 0; i < key.size() && parts.size() < kinds.size(); i += 2) {
      parts.add(part(key.get(i), kinds.get(parts.size())));
      boolean more = i + 1 < key.size() && key.get(i + 1).is(".");
      if (!more) {
        break;
      }
    }
    if (key.size() > 2 && key.get(1).is("|")) {
      return joinedBits(key, kinds.get(0));
    }
    if (parts.size() != kinds.size()) {
      return new Pattern.NotKnown();
    }
    return parts.size() == 1 ? parts.get(0) : together(parts);
  }

  /** {@code syn | ack}. */
  private static Pattern joinedBits(List<Token> key, Kind kind) {
    long sum = 0;
    for (int i = 0; i < key.size(); i += 2) {
      Optional<Long> bit = kind.number(key.get(i).text());
      if (bit.isEmpty()) {
        return new Pattern.NotKnown();
      }
      sum |= bit.get();
    }
    return new Pattern.Exactly(sum);
  }

  private static Pattern part(Token token, Kind kind) {
    return token.is("*") ? new Pattern.Anything() : kind.pattern(token);
  }

  /** Single values together are a value: it can be looked up. */
  private static Pattern together(List<Pattern> parts) {
    List<Object> values = new ArrayList<>();
    for (Pattern part : parts) {
      if (part instanceof Pattern.Exactly exactly) {
        values.add(exactly.wanted());
      }
    }
    return values.size() == parts.size()
        ? new Pattern.Exactly(List.copyOf(values))
        : new Pattern.Parts(parts);
  }
}
