package io.kwhy.netfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kwhy.netfilter.iptables.IpsetList;
import io.kwhy.netfilter.iptables.IptablesSave;
import io.kwhy.netfilter.nft.NftJson;
import io.kwhy.netfilter.nft.NftText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluator against the kernel of this machine: the same rules, the same packets. */
@Tag("slow")
@Order(1)
class KernelTest {
  private static final long SEED = Long.getLong("kwhy.seed", 20_261_125L);

  private static final Pattern REFUSED = Pattern.compile("rules:(\\d+):");

  @TempDir private Path folder;

  private KernelHost start() throws IOException {
    return asked(KernelHost.start(folder));
  }

  private static KernelHost asked(KernelHost kernel) {
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
      HostNetwork host = withSets(kernel.dump("ipset"));
      for (int round = 0; round < Integer.getInteger("kwhy.rounds", 80); round++) {
        long seed = SEED + round;
        boolean legacy = round % 3 == 2;
        String rules = new RandomRules(seed).ruleset();
        kernel.reset();
        String loaded =
            kernel.load(legacy ? "iptables-legacy-restore" : "iptables-nft-restore", rules);
        assertThat(loaded).as("seed %d\n%s", seed, rules).isEqualTo("ok");
        String dump = kernel.dump(legacy ? "iptables-legacy-save" : "iptables-nft-save");
        Ruleset ruleset = Ruleset.of(List.of(new IptablesSave("rules", Family.IP).read(dump)));
        differences.compare(
            "seed " + seed + "\n" + rules,
            kernel,
            new Firewall(ruleset, host),
            new TestPackets(seed, differences.pairs()).some(24));
      }
    }
    differences.report("iptables, seeds from " + SEED);
    assertThat(differences.all()).isEmpty();
    assertThat(differences.undetermined()).isLessThan(differences.pairs() / 5);
  }

  @Test
  void random_ip6tables_rules_are_judged_as_the_kernel_does() throws IOException {
    Differences differences = new Differences();
    try (KernelHost kernel = start()) {
      HostNetwork host = TestHost.network().build();
      for (int round = 0; round < Integer.getInteger("kwhy.rounds", 40); round++) {
        long seed = SEED + round;
        String rules = new RandomRules(seed, true).ruleset();
        kernel.reset();
        String loaded = kernel.load("ip6tables-nft-restore", rules);
        assertThat(loaded).as("seed %d\n%s", seed, rules).isEqualTo("ok");
        String dump = kernel.dump("ip6tables-nft-save");
        Ruleset ruleset = Ruleset.of(List.of(new IptablesSave("rules", Family.IP6).read(dump)));
        differences.compare(
            "seed " + seed + "\n" + rules,
            kernel,
            new Firewall(ruleset, host),
            new TestPackets(seed, differences.pairs()).someV6(24));
      }
    }
    differences.report("ip6tables, seeds from " + SEED);
    assertThat(differences.all()).isEmpty();
    assertThat(differences.undetermined()).isLessThan(differences.pairs() / 5);
  }

  @Test
  void random_nft_rules_are_judged_as_the_kernel_does() throws IOException {
    Differences differences = new Differences();
    try (KernelHost kernel = start()) {
      HostNetwork host = TestHost.network().build();
      for (int round = 0; round < Integer.getInteger("kwhy.rounds", 80); round++) {
        long seed = SEED + round;
        String rules = new RandomNft(seed).ruleset();
        kernel.reset();
        assertThat(loadWhatFits(kernel, rules)).as("seed %d\n%s", seed, rules).isEqualTo("ok");
        boolean json = round % 2 == 1;
        String dump = kernel.dump(json ? "nft-json" : "nft");
        Captured captured =
            json ? new NftJson("rules").read(dump) : new NftText("rules").read(dump);
        differences.compare(
            "seed " + seed + "\n" + dump,
            kernel,
            new Firewall(Ruleset.of(List.of(captured)), host),
            new TestPackets(seed, differences.pairs()).some(24));
      }
    }
    differences.report("nft, seeds from " + SEED);
    assertThat(differences.all()).isEmpty();
    assertThat(differences.undetermined()).isLessThan(differences.pairs() / 5);
  }

  /** Datagrams that passed are answered: rules see these as established. */
  @Test
  void answers_are_judged_as_the_kernel_does() throws IOException {
    Differences differences = new Differences();
    try (KernelHost kernel = start()) {
      assertThat(kernel.load("ipset", RandomRules.SETS)).isEqualTo("ok");
      HostNetwork host = withSets(kernel.dump("ipset"));
      for (int round = 0; round < Integer.getInteger("kwhy.rounds", 80); round++) {
        long seed = SEED + round;
        String rules = new RandomRules(seed).ruleset();
        if (!rules.contains("*nat") && !rules.contains("notrack")) {
          kernel.reset();
          assertThat(kernel.load("iptables-nft-restore", rules)).isEqualTo("ok");
          Captured captured =
              new IptablesSave("rules", Family.IP).read(kernel.dump("iptables-nft-save"));
          Firewall firewall = new Firewall(Ruleset.of(List.of(captured)), host);
          TestPackets packets = new TestPackets(seed, differences.pairs());
          String name = "seed " + seed + "\n" + rules;
          differences.compare(
              name, kernel, firewall, differences.answersTo(kernel, packets.some(30)));
        }
      }
    }
    differences.report("answers, seeds from " + SEED);
    assertThat(differences.all()).isEmpty();
    assertThat(differences.pairs()).isGreaterThan(100);
  }

  /** What managers of firewalls write, alone and together, as it is and with a rule put in. */
  @Test
  void rules_of_firewall_managers_are_judged_as_the_kernel_does() throws IOException {
    Differences differences = new Differences();
    try (KernelHost kernel = start()) {
      assertThat(kernel.load("ipset", RandomRules.SETS)).isEqualTo("ok");
      HostNetwork host = withSets(kernel.dump("ipset"));
      for (Stack stack : Stack.ALL) {
        for (int round = 0; round < 6; round++) {
          long seed = SEED + round;
          kernel.reset();
          List<Captured> dumps = stack.load(kernel, round > 0 ? seed : -1);
          differences.compare(
              stack + ", seed " + seed,
              kernel,
              new Firewall(Ruleset.of(dumps), host),
              new TestPackets(seed, differences.pairs()).some(24));
        }
      }
    }
    differences.report("firewall managers, seeds from " + SEED);
    assertThat(differences.all()).isEmpty();
    assertThat(differences.undetermined()).isLessThan(differences.pairs() / 5);
  }

  /** Frames from port to port of a bridge, and what goes up from its ports and down to them. */
  @Test
  void frames_on_a_bridge_are_judged_as_the_kernel_does() throws IOException {
    Differences differences = new Differences();
    try (KernelHost kernel = asked(KernelHost.startBridged(folder))) {
      assertThat(kernel.load("ipset", RandomRules.SETS)).isEqualTo("ok");
      HostNetworkBuilder host = TestHost.network().bridge("cni0", List.of("veth1", "veth2"));
      IpsetList.read(kernel.dump("ipset")).forEach(host::set);
      for (int round = 0; round < Integer.getInteger("kwhy.rounds", 60); round++) {
        long seed = SEED + round;
        kernel.reset();
        List<Captured> dumps = new ArrayList<>();
        if (round % 2 == 1) {
          assertThat(kernel.load("iptables-nft-restore", new RandomRules(seed).ruleset()))
              .isEqualTo("ok");
          dumps.add(new IptablesSave("rules", Family.IP).read(kernel.dump("iptables-nft-save")));
        }
        assertThat(loadWhatFits(kernel, new RandomBridge(seed).ruleset())).isEqualTo("ok");
        dumps.add(new NftText("nft").read(kernel.dump("nft")));
        differences.compare(
            "bridge, seed " + seed + "\n" + kernel.dump("nft"),
            kernel,
            new Firewall(Ruleset.of(dumps), host.build()),
            new TestPackets(seed, differences.pairs()).someBridged(24));
      }
    }
    differences.report("bridge, seeds from " + SEED);
    assertThat(differences.all()).isEmpty();
    assertThat(differences.undetermined()).isLessThan(differences.pairs() / 3);
  }

  /** The two forms in which nft prints what it has loaded say the same of every packet. */
  @Test
  void rules_as_json_are_judged_as_rules_as_text_are() throws IOException {
    List<String> differ = new ArrayList<>();
    int pairs = 0;
    try (KernelHost kernel = start()) {
      assertThat(kernel.load("ipset", RandomRules.SETS)).isEqualTo("ok");
      HostNetwork host = withSets(kernel.dump("ipset"));
      for (int round = 0; round < Stack.ALL.size() + 60; round++) {
        kernel.reset();
        if (round < Stack.ALL.size()) {
          Stack.ALL.get(round).load(kernel, SEED + round);
        } else {
          loadWhatFits(kernel, new RandomNft(~SEED + round).ruleset());
        }
        Captured tables = new IptablesSave("nft", Family.IP).read(kernel.dump("iptables-nft-save"));
        Captured text = new NftText("rules").read(kernel.dump("nft"));
        Captured json = new NftJson("rules").read(kernel.dump("nft-json"));
        Firewall ofText = new Firewall(Ruleset.of(List.of(tables, text)), host);
        Firewall ofJson = new Firewall(Ruleset.of(List.of(tables, json)), host);
        for (TestPackets.Sent sent : new TestPackets(SEED + round, pairs).some(60)) {
          pairs++;
          List<String> ways = ways(ofText, sent);
          if (!ways.equals(ways(ofJson, sent))) {
            differ.add(round + " " + sent + "\ntext: " + ways + "\njson: " + ways(ofJson, sent));
          }
        }
      }
    }
    System.out.println("json and text: " + pairs + " pairs, " + differ.size() + " differ");
    assertThat(differ).isEmpty();
  }

  private static List<String> ways(Firewall firewall, TestPackets.Sent sent) {
    return sent.through(firewall).ways().stream()
        .map(way -> way.verdict() + " " + way.packet().header())
        .distinct()
        .sorted()
        .toList();
  }

  /** Leaves out lines that nft refuses because their conditions exclude each other. */
  private static String loadWhatFits(KernelHost kernel, String rules) throws IOException {
    List<String> lines = new ArrayList<>(rules.lines().toList());
    String answer = kernel.load("nft", rules);
    for (int tries = 0; tries < 9 && !answer.equals("ok"); tries++) {
      Matcher refused = REFUSED.matcher(answer);
      while (refused.find()) {
        lines.set(Integer.parseInt(refused.group(1)) - 1, "");
      }
      answer = kernel.load("nft", String.join("\n", lines) + "\n");
    }
    return answer;
  }

  private static HostNetwork withSets(String dump) {
    HostNetworkBuilder host = TestHost.network();
    IpsetList.read(dump).forEach(host::set);
    return host.build();
  }
}
