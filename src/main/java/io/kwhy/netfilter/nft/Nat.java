package io.kwhy.netfilter.nft;

import io.kwhy.netfilter.Action;
import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.Translations;
import io.kwhy.netfilter.Translations.Range;
import java.util.List;
import java.util.Optional;

/** Reads {@code dnat ip to 10.42.0.2:53}, {@code masquerade to :1024-65535 fully-random}. */
final class Nat {
  private final Cursor at;

  private Nat(Cursor at) {
    this.at = at;
  }

  static Action read(Cursor at) {
    return new Nat(at).read();
  }

  private Action read() {
    String what = at.next().text();
    at.skip(at.here().is("ip") || at.here().is("ip6") ? 1 : 0);
    Optional<String> to = at.skip("to") ? Optional.of(at.next().text()) : Optional.empty();
    boolean random = flags();
    boolean plain = !at.more() || at.here().is("comment") || at.here().is("handle");
    Optional<Range> range = plain ? range(to.orElse(""), random) : Optional.empty();
    if (range.isEmpty()) {
      skipRest();
      return new Action.Unknown();
    }
    return action(what, range.get());
  }

  private static Action action(String what, Range range) {
    return switch (what) {
      case "masquerade" -> new Translations.Masquerade(range);
      case "redirect" -> new Translations.Redirect(range);
      case "snat" -> new Translations.Source(range);
      default -> new Translations.Destination(range);
    };
  }

  /** What a value of a map gives: {@code 10.42.0.2} or {@code 10.42.0.2 . 53}. */
  static Action to(String what, List<Token> value) {
    boolean port = value.size() > 2 && value.get(1).is(".");
    String address = value.isEmpty() ? "?" : value.get(0).text();
    String word = port ? "[" + address + "]:" + value.get(2).text() : address;
    return range(word, false).map(range -> action(what, range)).orElseGet(Action.Unknown::new);
  }

  /** Steps over flags; whether ports are drawn by lot. */
  private boolean flags() {
    boolean random = false;
    while (List.of("random", "fully-random", "persistent", ",").contains(at.here().text())) {
      random |= at.next().text().endsWith("random");
    }
    return random;
  }

  private void skipRest() {
    while (at.more()) {
      at.skip(1);
    }
  }

  /** An address, a range of them, ports after a colon; IPv6 in brackets if ports follow. */
  private static Optional<Range> range(String word, boolean random) {
    int close = word.indexOf(']');
    boolean v6 = close < 0 && word.indexOf(':') != word.lastIndexOf(':');
    int colon = v6 ? -1 : word.indexOf(':', Math.max(0, close));
    String addresses = (colon < 0 ? word : word.substring(0, colon)).replaceAll("[\\[\\]]", "");
    String ports = colon < 0 ? "" : word.substring(colon + 1);
    if (!ports.matches("([0-9]{1,5}(-[0-9]{1,5})?)?")) {
      return Optional.empty();
    }
    int dash = ports.indexOf('-');
    int first = ports.isEmpty() ? 0 : Integer.parseInt(dash < 0 ? ports : ports.substring(0, dash));
    int last = ports.isEmpty() ? 0 : Integer.parseInt(ports.substring(dash + 1));
    return addresses(addresses).map(all -> new Range(all, first, last, random));
  }

  private static Optional<List<IpAddress>> addresses(String text) {
    if (text.isEmpty()) {
      return Optional.of(List.of());
    }
    int dash = text.indexOf('-');
    Optional<IpAddress> first = IpAddress.parse(dash < 0 ? text : text.substring(0, dash));
    Optional<IpAddress> last = IpAddress.parse(text.substring(dash + 1));
    return first.flatMap(from -> last.flatMap(to -> Range.between(from, to)));
  }
}
