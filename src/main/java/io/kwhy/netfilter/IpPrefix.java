package io.kwhy.netfilter;

import java.util.Optional;

/** A network: all addresses that share the first bits. */
public record IpPrefix(IpAddress network, int length) {

  public IpPrefix {
    if (length < 0 || length > network.bits()) {
      throw new IllegalArgumentException("no prefix length of " + network + ": " + length);
    }
    network = network.first(length);
  }

  /** {@code 10.42.0.0/16}, {@code 10.42.0.0/255.255.0.0}, or an address alone. */
  public static Optional<IpPrefix> parse(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (network.isEmpty()) {
      return Optional.empty();
    }
    int bits = network.get().bits();
    int length = slash < 0 ? bits : length(text.substring(slash + 1), bits);
    return length < 0 ? Optional.empty() : Optional.of(new IpPrefix(network.get(), length));
  }

  /**
   * As {@link #parse}, for text that is known to be a network.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static IpPrefix of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a network: \"" + text + "\""));
  }

  /** Length that a number or a netmask says; -1 if it says none. */
  private static int length(String text, int bits) {
    if (text.matches("[0-9]{1,3}")) {
      int length = Integer.parseInt(text);
      return length <= bits ? length : -1;
    }
    Optional<IpAddress> mask = IpAddress.parse(text).filter(m -> m.bits() == bits);
    int ones = mask.map(m -> Long.bitCount(m.high()) + Long.bitCount(m.low())).orElse(-1);
    boolean leading = mask.isPresent() && mask.get().equals(mask.get().last(0).first(ones));
    return leading ? ones : -1;
  }

  /** Whether an address is in it; one of the other family never is. */
  public boolean contains(IpAddress address) {
    return address.v6() == network.v6() && address.first(length).equals(network);
  }

  @Override
  public String toString() {
    return network + "/" + length;
  }
}
