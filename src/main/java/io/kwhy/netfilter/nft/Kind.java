package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.Protocol;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Kinds of values: how a field's values are written. */
enum Kind {
  ADDRESS(Map.of()),
  NAME(Map.of()),
  ADDRESS_TYPE(Map.of()),
  PROTOCOL(Map.of()),
  PORT(Names.PORTS),
  NUMBER(Map.of("missing", 0L, "exists", 1L)),
  STATE(Names.STATES),
  STATUS(Names.STATUSES),
  TCP_FLAGS(Names.TCP_FLAGS),
  ICMP(Names.ICMP),
  ICMPV6(Names.ICMPV6),
  NETWORK(Names.NETWORKS),
  /** Of fields that this evaluator does not know. */
  NOT_KNOWN(Map.of());

  private final Map<String, Long> names;

  Kind(Map<String, Long> names) {
    this.names = names;
  }

  /** Whether a list of values without braces means any of these bits. */
  boolean bits() {
    return this == STATE || this == STATUS || this == TCP_FLAGS;
  }

  /** What a word stands for; not known if it can't be told. */
  Pattern pattern(Token token) {
    String text = token.text();
    return switch (this) {
      case NOT_KNOWN -> new Pattern.NotKnown();
      case NAME ->
          text.endsWith("*")
              ? new Pattern.Beginning(text.substring(0, text.length() - 1))
              : new Pattern.Exactly(text);
      case ADDRESS_TYPE -> addressType(text);
      case ADDRESS -> address(text);
      default -> numbers(text);
    };
  }

  private static Pattern addressType(String text) {
    return switch (text) {
      case "local", "unicast", "broadcast", "multicast" ->
          new Pattern.Exactly(text.toUpperCase(Locale.ROOT));
      default -> new Pattern.NotKnown();
    };
  }

  private static Pattern address(String text) {
    int dash = text.indexOf('-');
    if (dash > 0) {
      Optional<IpAddress> first = IpAddress.parse(text.substring(0, dash));
      Optional<IpAddress> last = IpAddress.parse(text.substring(dash + 1));
      return first.isPresent() && last.isPresent()
          ? new Pattern.Addresses(first.get(), last.get())
          : new Pattern.NotKnown();
    }
    Optional<Pattern> single = IpAddress.parse(text).map(Pattern.Exactly::new);
    return single
        .or(() -> IpPrefix.parse(text).map(Pattern.Addresses::of))
        .orElseGet(Pattern.NotKnown::new);
  }

  private Pattern numbers(String text) {
    Optional<Long> single = number(text);
    if (single.isPresent()) {
      return new Pattern.Exactly(single.get());
    }
    int dash = text.indexOf('-', 1);
    Optional<Long> first = dash < 0 ? Optional.empty() : number(text.substring(0, dash));
    Optional<Long> last = dash < 0 ? Optional.empty() : number(text.substring(dash + 1));
    return first.isPresent() && last.isPresent()
        ? new Pattern.NumberRange(first.get(), last.get())
        : new Pattern.NotKnown();
  }

  /** The number that a word says or names. */
  Optional<Long> number(String text) {
    if (names.containsKey(text)) {
      return Optional.of(names.get(text));
    }
    if (this == PROTOCOL) {
      return Protocol.parse(text).map(Integer::longValue);
    }
    return text.matches("0x[0-9a-fA-F]{1,8}|[0-9]{1,10}")
        ? Optional.of(text.startsWith("0x") ? Long.decode(text) : Long.valueOf(text))
        : Optional.empty();
  }
}
