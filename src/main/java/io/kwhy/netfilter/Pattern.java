package io.kwhy.netfilter;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that a rule asks for. */
public sealed interface Pattern {

  /** Whether the value, of which parts may be unknown, is among them. */
  Truth holds(Object value);

  /** Whether a value of several parts has one that is not known. */
  static boolean partlyUnknown(Object value) {
    return value instanceof List<?> parts && parts.contains(Field.UNKNOWN);
  }

  /** Whether a value may be one of those wanted, by its parts that are known. */
  static boolean mayBe(Object wanted, Object value) {
    if (!(wanted instanceof List<?> one) || !(value instanceof List<?> other)) {
      return wanted.equals(value);
    }
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = other.get(i) == Field.UNKNOWN || one.get(i).equals(other.get(i));
    }
    return same;
  }

  private static Truth among(Collection<?> wanted, Object value) {
    return wanted.stream().anyMatch(one -> mayBe(one, value)) ? Truth.UNKNOWN : Truth.NO;
  }

  /** This value alone. */
  record Exactly(Object wanted) implements Pattern {
    @Override
    public Truth holds(Object value) {
      return partlyUnknown(value) ? among(List.of(wanted), value) : Truth.of(wanted.equals(value));
    }
  }

  /** Numbers from the first to the last, both among them. */
  record NumberRange(long first, long last) implements Pattern {
    @Override
    public Truth holds(Object value) {
      return Truth.of(value instanceof Long n && first <= n && n <= last);
    }
  }

  /** Addresses from the first to the last, both among them. */
  record Addresses(IpAddress first, IpAddress last) implements Pattern {
    @Override
    public Truth holds(Object value) {
      return Truth.of(
          value instanceof IpAddress a && first.compareTo(a) <= 0 && a.compareTo(last) <= 0);
    }

    /** All addresses of a network. */
    public static Addresses of(IpPrefix prefix) {
      return new Addresses(prefix.network(), prefix.network().last(prefix.length()));
    }
  }

  /** Names that begin so. */
  record Beginning(String start) implements Pattern {
    @Override
    public Truth holds(Object value) {
      return Truth.of(value instanceof String name && name.startsWith(start));
    }
  }

  /** Numbers that have these bits under the mask. */
  record Bits(long mask, long wanted) implements Pattern {
    @Override
    public Truth holds(Object value) {
      return Truth.of(value instanceof Long n && (n & mask) == wanted);
    }
  }

  /** Numbers that have at least one of these bits. */
  record AnyBit(long mask) implements Pattern {
    @Override
    public Truth holds(Object value) {
      return Truth.of(value instanceof Long n && (n & mask) != 0);
    }
  }

  /** Whatever the value. */
  record Anything() implements Pattern {
    @Override
    public Truth holds(Object value) {
      return Truth.YES;
    }
  }

  /** Something that this evaluator does not know. */
  record NotKnown() implements Pattern {
    @Override
    public Truth holds(Object value) {
      return Truth.UNKNOWN;
    }
  }

  /** One of several; values alone are looked up, the others are gone through. */
  record OneOf(Set<Object> values, List<Pattern> others) implements Pattern {
    public OneOf {
      values = Set.copyOf(values);
      others = List.copyOf(others);
    }

    /** What is among one of them at least. */
    public static Pattern of(Collection<? extends Pattern> patterns) {
      return new OneOf(
          patterns.stream()
              .filter(Exactly.class::isInstance)
              .map(p -> ((Exactly) p).wanted())
              .collect(Collectors.toSet()),
          patterns.stream().filter(p -> !(p instanceof Exactly)).map(Pattern.class::cast).toList());
    }

    @Override
    public Truth holds(Object value) {
      Truth found = partlyUnknown(value) ? among(values, value) : Truth.of(values.contains(value));
      for (int i = 0; i < others.size() && found != Truth.YES; i++) {
        found = found.or(others.get(i).holds(value));
      }
      return found;
    }
  }

  /** A value of several parts, each with its pattern. */
  record Parts(List<Pattern> parts) implements Pattern {
    public Parts {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth holds(Object value) {
      Truth all = Truth.of(value instanceof List<?> list && list.size() == parts.size());
      for (int i = 0; i < parts.size() && all != Truth.NO; i++) {
        Object part = ((List<?>) value).get(i);
        all = all.and(part == Field.UNKNOWN ? Truth.UNKNOWN : parts.get(i).holds(part));
      }
      return all;
    }
  }
}
