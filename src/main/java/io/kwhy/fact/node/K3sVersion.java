package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The k3s that is installed or ran on the host.
 *
 * @param version e.g. {@code v1.36.3+k3s1}
 * @param minor major and minor version as one number, 1036 for v1.36.3+k3s1; 0 where it has none
 */
public record K3sVersion(String node, String version, int minor, Origin origin) implements Fact {
  private static final Pattern NUMBERS = Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})");

  /** With the number that the version says. */
  public K3sVersion(String node, String version, Origin origin) {
    this(node, version, minor(version), origin);
  }

  @Override
  public String text() {
    return "k3s " + version;
  }

  /** Major and minor version of a version as one number; 0 where it has none. */
  public static int minor(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.lookingAt()
        ? Integer.parseInt(numbers.group(1)) * 1000 + Integer.parseInt(numbers.group(2))
        : 0;
  }
}
