package io.kwhy.parse.k3s;

import io.kwhy.bundle.Source;
import io.kwhy.bundle.redaction.PasswordFingerprint;
import io.kwhy.fact.Fact;
import io.kwhy.fact.Gap;
import io.kwhy.fact.Origin;
import io.kwhy.fact.node.NodeName;
import io.kwhy.fact.node.NodePasswordCheck;
import io.kwhy.fact.node.NodePasswordFile;
import io.kwhy.parse.Facts;
import io.kwhy.parse.HostEntries;
import io.kwhy.parse.Input;
import io.kwhy.parse.Parser;
import io.kwhy.parse.SmallFile;
import io.kwhy.parse.k3s.KeptPasswords.Kept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Holds the password that a host has against what the servers remember for its name. Passwords and
 * hashes live only inside here; what leaves is whether they fit, and fingerprints.
 *
 * <p>Servers kept them in a file up to k3s 1.19 ({@code server/cred/node-passwd}: password, name, a
 * line each), in Secrets since.
 *
 * @see <a href="https://docs.k3s.io/architecture#how-agent-node-registration-works">k3s: how agent
 *     registration works</a>
 */
public final class NodePasswords {
  /** What is told of passwords, in order; to find it out takes a while. */
  private final List<Supplier<Fact>> checks = new ArrayList<>();

  private final KeptPasswords kept;
  private final BiPredicate<String, String> fits;

  private NodePasswords(BiPredicate<String, String> fits, Consumer<Fact> out) {
    this.kept = new KeptPasswords(out);
    this.fits = fits;
  }

  /**
   * Checks every host that has a password and a name. What of them cannot be read is a gap of its
   * entry, and costs no other.
   *
   * @param names the names that hosts register under, by host
   * @param settled names whose Node is Ready: their password was accepted, and a check costs a
   *     tenth of a second of scrypt
   * @param secrets the captured list of Secrets, if there is one
   * @param fits whether a hash, the first, was made of a password, the second
   */
  public static void read(
      List<? extends HostEntries> hosts,
      Map<String, NodeName> names,
      Set<String> settled,
      List<Input> secrets,
      Function<Input, Facts> facts,
      BiPredicate<String, String> fits,
      Consumer<Fact> out) {
    NodePasswords passwords = new NodePasswords(fits, out);
    for (HostEntries host : hosts) {
      for (Input file : host.of(Source.NODE_PASSWD)) {
        Parser kept = (input, told) -> passwords.kept.file(host.node(), input, told);
        kept.attempt(file, host.facts(file));
      }
    }
    for (Input list : secrets) {
      Parser kept = passwords.kept::secrets;
      kept.attempt(list, facts.apply(list));
    }
    for (HostEntries host : hosts) {
      NodeName name = names.get(host.node());
      for (Input file : host.of(Source.NODE_PASSWORD)) {
        Parser check = (input, told) -> passwords.check(host.node(), name, settled, input, told);
        check.attempt(file, host.facts(file));
      }
    }
    // Where many hosts were turned away, one after the other they would take seconds.
    passwords.checks.parallelStream().map(Supplier::get).toList().forEach(out);
  }

  private void check(String node, NodeName name, Set<String> settled, Input input, Facts facts)
      throws IOException {
    String password = SmallFile.text(input, facts).strip();
    if (password.isEmpty()) {
      facts.gap(0, "is empty");
      return;
    }
    Fact file = new NodePasswordFile(node, PasswordFingerprint.of(password), facts.at(1));
    checks.add(() -> file);
    if (name == null || settled.contains(name.name())) {
      return;
    }
    Origin at = facts.at(1);
    for (Kept record : kept.of(name.name())) {
      checks.add(() -> check(node, name.name(), record, password, at));
    }
  }

  private Fact check(String node, String name, Kept record, String password, Origin at) {
    try {
      boolean accepted = record.accepts(password, fits);
      return new NodePasswordCheck(node, name, accepted, record.store(), record.kind(), at);
    } catch (IllegalArgumentException e) {
      return new Gap(record.origin(), record.store() + ": " + e.getMessage());
    } catch (RuntimeException e) {
      return new Gap(record.origin(), record.store() + ": " + Parser.unread(e));
    }
  }
}
