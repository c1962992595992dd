package io.kwhy.bundle.pseudonym;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses in lines of text, in all the forms that they take there. */
final class AddressExchange {
  /** In JSON the end of a line is {@code \\n}, and no part of what follows. */
  private static final String ESCAPED = "(?<=\\\\[ntr])|(?<=\\\\u[0-9a-fA-F]{4})";

  private static final String START = "(?:(?<![0-9A-Za-z_])|" + ESCAPED + ")";

  // Each looks at the letter first: to look at what stands before it takes several times as long.

  private static final Pattern IPV4 =
      Pattern.compile(
          "(?=[0-9])(?:(?<![0-9A-Za-z_])(?<![0-9]\\.)|"
              + ESCAPED
              + ")"
              + "((?:[0-9]{1,3}\\.){3}[0-9]{1,3})(?![0-9A-Za-z])(?!\\.[0-9])"
              + "(\\.in-addr\\.arpa|/(?:255(?:\\.[0-9]{1,3}){3}|[0-9]{1,2})(?![0-9.]))?");

  private static final Pattern IPV6 =
      Pattern.compile(
          "(?=[0-9A-Fa-f:])(?:(?<![0-9A-Za-z_:.])|"
              + ESCAPED
              + ")"
              + "([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![0-9A-Za-z_:.])(/[0-9]{1,3})?");

  private static final Pattern HEX =
      Pattern.compile("(?=0)" + START + "0x([0-9a-fA-F]{8})(?![0-9A-Za-z])");

  private static final Pattern DASHED =
      Pattern.compile("(?=[0-9])(?<![0-9])(?<![0-9]-)((?:[0-9]{1,3}-){3}[0-9]{1,3})(?!-?[0-9])");

  /** Docker and the bridge plugin of CNI make these of the address. */
  private static final Pattern HARDWARE =
      Pattern.compile("(?=0)(?<![0-9a-fA-F:])(02:42|0a:58)((?::[0-9a-f]{2}){4})(?![0-9a-fA-F:])");

  private final Ipv4Map ipv4;
  private final Ipv6Map ipv6;

  AddressExchange(Ipv4Map ipv4, Ipv6Map ipv6) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  /** Remembers the addresses of a line. */
  void learn(String line) {
    if (isBetweenDigits('.', line)) {
      Matcher found = IPV4.matcher(line);
      while (found.find()) {
        long number = number(found.toMatchResult());
        if (number >= 0) {
          ipv4.add(number, length(found.group(2)));
        }
      }
    }
    if (hasTwoColonsNear(line)) {
      Matcher found = IPV6.matcher(line);
      while (found.find()) {
        byte[] bytes = Ipv6Map.bytes(found.group(1));
        if (bytes.length == 16) {
          String length = found.group(2);
          ipv6.add(bytes, length == null ? 128 : Integer.parseInt(length.substring(1)));
        }
      }
    }
  }

  /** The line with other addresses. */
  String exchanged(String raw) {
    String line = raw;
    if (hasTwoColonsNear(line)) {
      line = IPV6.matcher(line).replaceAll(found -> Matcher.quoteReplacement(ipv6(found)));
      line = HARDWARE.matcher(line).replaceAll(this::hardware);
    }
    if (isBetweenDigits('-', line)) {
      line = DASHED.matcher(line).replaceAll(this::dashed);
    }
    if (line.contains("0x")) {
      line = HEX.matcher(line).replaceAll(this::hex);
    }
    return isBetweenDigits('.', line) ? IPV4.matcher(line).replaceAll(this::ipv4) : line;
  }

  /** Most lines have no address; to see that takes a fraction of a search for one. */
  private static boolean isBetweenDigits(char mark, String line) {
    for (int at = line.indexOf(mark, 1); at > 0; at = line.indexOf(mark, at + 1)) {
      if (isDigit(line, at - 1) && isDigit(line, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String line, int at) {
    return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
  }

  /** Between the colons of an address there are four digits at the most. */
  private static boolean hasTwoColonsNear(String line) {
    int before = line.indexOf(':');
    for (int at = before; at >= 0; at = line.indexOf(':', at + 1)) {
      if (at > before && at - before <= 5) {
        return true;
      }
      before = at;
    }
    return false;
  }

  /** Addresses as they are in certificates. */
  byte[] exchanged(byte[] address) {
    if (address.length == 16) {
      return ipv6.exchanged(address);
    }
    long other = ipv4.exchanged(number(address), 32);
    return new byte[] {
      (byte) (other >> 24), (byte) (other >> 16), (byte) (other >> 8), (byte) other
    };
  }

  void learn(byte[] address) {
    if (address.length == 16) {
      ipv6.add(address, 128);
    } else {
      ipv4.add(number(address), 32);
    }
  }

  private static long number(byte[] address) {
    return ByteBuffer.wrap(address).getInt() & 0xffffffffL;
  }

  /** In the names of reverse look-ups the bytes stand the other way round. */
  private static long number(MatchResult found) {
    String text = found.group(1);
    if (isReverse(found.group(2))) {
      String[] bytes = text.split("\\.", -1);
      text = bytes[3] + "." + bytes[2] + "." + bytes[1] + "." + bytes[0];
    }
    return Ipv4Map.number(text);
  }

  private static boolean isReverse(String suffix) {
    return suffix != null && suffix.startsWith(".");
  }

  private static int length(String suffix) {
    if (suffix == null || isReverse(suffix)) {
      return 32;
    }
    String said = suffix.substring(1);
    if (said.indexOf('.') < 0) {
      return Math.min(32, Integer.parseInt(said));
    }
    long mask = Ipv4Map.number(said);
    return mask < 0 ? 32 : Long.bitCount(mask);
  }

  private String ipv4(MatchResult found) {
    long number = number(found);
    if (number < 0) {
      return Matcher.quoteReplacement(found.group());
    }
    String suffix = found.group(2) == null ? "" : found.group(2);
    long other = ipv4.exchanged(number, length(found.group(2)));
    long shown = isReverse(suffix) ? Integer.reverseBytes((int) other) & 0xffffffffL : other;
    return Ipv4Map.text(shown, ".") + suffix;
  }

  private String ipv6(MatchResult found) {
    byte[] bytes = Ipv6Map.bytes(found.group(1));
    if (bytes.length != 16) {
      return found.group();
    }
    byte[] other = ipv6.exchanged(bytes);
    String suffix = found.group(2) == null ? "" : found.group(2);
    return Arrays.equals(bytes, other) ? found.group() : Ipv6Map.text(other) + suffix;
  }

  private String dashed(MatchResult found) {
    long number = Ipv4Map.number(found.group(1).replace('-', '.'));
    return number >= 0 && ipv4.has(number)
        ? Ipv4Map.text(ipv4.exchanged(number, 32), "-")
        : found.group();
  }

  private String hex(MatchResult found) {
    long number = Long.parseLong(found.group(1), 16);
    return ipv4.has(number)
        ? "0x%08x".formatted(ipv4.exchanged(number, 32))
        : Matcher.quoteReplacement(found.group());
  }

  private String hardware(MatchResult found) {
    long number = Long.parseLong(found.group(2).replace(":", ""), 16);
    if (!ipv4.has(number)) {
      return found.group();
    }
    String hex = "%08x".formatted(ipv4.exchanged(number, 32));
    return found.group(1) + hex.replaceAll("(..)", ":$1");
  }
}
