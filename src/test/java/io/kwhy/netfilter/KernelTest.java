package io.kwhy.netfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.netfilter.iptables.IpsetList;
import io.kwhy.netfilter.iptables.IptablesSave;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluator against the kernel of this machine: the same rules, the same packets. */
@Tag("slow")
class KernelTest {
  private static final long SEED = Long.getLong("kwhy.seed", 20_261_125L);

  @TempDir private Path folder;

  private KernelHost start() throws IOException {
    KernelHost kernel = KernelHost.start(folder);
    if (!kernel.greeting().equals("ready") && System.getenv("CI") != null) {
      fail("no network namespaces to test in: " + kernel.greeting());
    }
    assumeTrue(kernel.greeting().equals("ready"), () -> "kernel not asked: " + kernel.greeting());
    return kernel;
  }

  @Test
  void random_iptables_rules_are_judged_as_the_kernel_does() throws IOException {
    Differences differences = new Differences();
    try (KernelHost kernel = start()) {
      assertThat(kernel.load("ipset", RandomRules.SETS)).isEqualTo("ok");
      for (int round = 0; round < Integer.getInteger("kwhy.rounds", 120); round++) {
        long seed = SEED + round;
        boolean legacy = round % 3 == 2;
        String rules = new RandomRules(seed).ruleset();
        kernel.reset();
        String loaded =
            kernel.load(legacy ? "iptables-legacy-restore" : "iptables-nft-restore", rules);
        assertThat(loaded).as("seed %d\n%s", seed, rules).isEqualTo("ok");
        HostNetwork.Builder host = TestHost.network();
        IpsetList.read(RandomRules.SETS).forEach(host::set);
        Ruleset ruleset = Ruleset.of(List.of(new IptablesSave("rules", Family.IP).read(rules)));
        differences.compare(
            "seed " + seed + "\n" + rules,
            kernel,
            new Firewall(ruleset, host.build()),
            new TestPackets(seed).some(24));
      }
    }
    differences.report("iptables, seeds from " + SEED);
    assertThat(differences.all()).isEmpty();
    assertThat(differences.undetermined()).isLessThan(differences.pairs() / 5);
  }
}
