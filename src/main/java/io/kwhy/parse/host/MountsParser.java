package io.kwhy.parse.host;

import io.kwhy.fact.node.MountPoint;
import io.kwhy.parse.Facts;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.text.Line;
import io.kwhy.parse.text.Lines;
import java.io.IOException;
import java.util.List;

/**
 * {@code /proc/mounts}. What kubelet and containerd mount for pods is left out: there is one for
 * each volume and container.
 */
final class MountsParser implements Parser {

  private static final int OPTIONS = 3;
  private static final List<String> OF_PODS =
      List.of("/var/lib/kubelet/pods/", "/run/k3s/", "/run/netns/", "/run/containerd/");

  @Override
  public void parse(Input input, Facts facts) throws IOException {
    Lines.eachOfSome(input, facts, line -> mount(line, input, facts));
  }

  private static void mount(Line line, Input input, Facts facts) {
    List<String> words = line.words();
    if (words.size() <= OPTIONS) {
      facts.gap(line.number(), line.insteadOf("a mount"));
      return;
    }
    String place = unescaped(words.get(1));
    if (OF_PODS.stream().anyMatch(place::startsWith)) {
      return;
    }
    List<String> options = List.of(words.get(OPTIONS).split(",", -1));
    facts.add(
        new MountPoint(
            input.node(),
            unescaped(words.get(0)),
            place,
            words.get(2),
            options.contains("ro"),
            options.contains("noexec"),
            facts.at(line.number())));
  }

  /** The kernel writes blanks in names as octal numbers. */
  private static String unescaped(String text) {
    return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
  }
}
