package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.IpAddress;
import io.kwhy.netfilter.IpPrefix;
import io.kwhy.netfilter.Pattern;
import io.kwhy.netfilter.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One member of an ip set: {@code 10.42.0.7,tcp:80}. */
final class SetMember {

  private SetMember() {}

  /** A pattern with a part for each value of the type; a part that can't be read is not known. */
  static Pattern pattern(String type, String text) {
    String[] dimensions = type.substring(type.indexOf(':') + 1).split(",", -1);
    String[] words = text.split(",", -1);
    List<Pattern> parts = new ArrayList<>();
    for (int i = 0; i < dimensions.length; i++) {
      parts.addAll(part(dimensions[i], i < words.length ? words[i] : ""));
    }
    return new Pattern.Parts(parts);
  }

  private static List<Pattern> part(String dimension, String word) {
    return switch (dimension) {
      case "ip", "net" -> List.of(addresses(word));
      case "port" -> port(word);
      case "iface" -> List.of(new Pattern.Exactly(word));
      default -> List.of(new Pattern.NotKnown());
    };
  }

  private static Pattern addresses(String word) {
    int dash = word.indexOf('-');
    if (dash > 0) {
      Optional<IpAddress> first = IpAddress.parse(word.substring(0, dash));
      Optional<IpAddress> last = IpAddress.parse(word.substring(dash + 1));
      return first.isPresent() && last.isPresent()
          ? new Pattern.Addresses(first.get(), last.get())
          : new Pattern.NotKnown();
    }
    return IpPrefix.parse(word)
        .<Pattern>map(Pattern.Addresses::of)
        .orElseGet(Pattern.NotKnown::new);
  }

  /** {@code tcp:80}, {@code 80} (TCP, or any in a bitmap), {@code udp:1000-2000}. */
  private static List<Pattern> port(String word) {
    int colon = word.indexOf(':');
    Optional<Integer> protocol =
        colon < 0 ? Optional.empty() : Protocol.parse(word.substring(0, colon));
    Pattern ofProtocol =
        colon < 0
            ? new Pattern.Anything()
            : protocol
                .<Pattern>map(number -> new Pattern.Exactly((long) number))
                .orElseGet(Pattern.NotKnown::new);
    String ports = word.substring(colon + 1);
    return List.of(
        ofProtocol,
        ports.matches("[0-9]{1,5}(-[0-9]{1,5})?")
            ? NumberRanges.range(ports, '-', 65_535)
            : new Pattern.NotKnown());
  }
}
