package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.util.List;

/**
 * A command in a systemd unit that ends before its author thinks it does: white space stands behind
 * the backslash that is to carry it on to the next line.
 *
 * @param file path on the host
 * @param lost names of the flags, and of the command of k3s, in the lines that systemd leaves out
 */
public record CutCommand(String node, String file, List<String> lost, Origin origin)
    implements Fact {
  public CutCommand {
    lost = List.copyOf(lost);
  }

  @Override
  public String text() {
    return "the command ends here, white space stands behind its backslash; left out: "
        + String.join(" ", lost);
  }
}
