package io.kwhy.netfilter;

import io.kwhy.netfilter.Connection.Nat;
import java.util.List;

/** Worlds on their way through the chains of one hook. */
final class HookRun {
  private static final int TRACKING = -200;

  private final Ruleset ruleset;
  private final HostNetwork host;
  private final Routing routing;
  private final Ended ended;

  HookRun(Ruleset ruleset, HostNetwork host, Ended ended) {
    this.ruleset = ruleset;
    this.host = host;
    this.routing = new Routing(host);
    this.ended = ended;
  }

  /** What passes all chains of the hook. */
  List<World> at(Hook hook, List<World> start) {
    boolean tracks = hook == Hook.PREROUTING || hook == Hook.OUTPUT;
    List<World> worlds = start;
    for (Ruleset.Entry entry : ruleset.at(hook)) {
      if (tracks && entry.base().priority() > TRACKING) {
        worlds = worlds.stream().map(HookRun::tracked).toList();
      }
      worlds = through(entry, worlds);
    }
    return worlds.stream().map(world -> settled(hook, tracks ? tracked(world) : world)).toList();
  }

  /**
   * What passes the chains of a bridge's own at a hook. Which of the bridge's ports it is, is not
   * known, and what they say of connections is what the kernel will find.
   */
  List<World> onBridge(Hook hook, List<World> start) {
    List<World> worlds = start;
    for (Ruleset.Entry entry : ruleset.at(hook)) {
      if (entry.table().family() == Family.BRIDGE) {
        worlds = worlds.stream().flatMap(world -> onBridge(entry, world).stream()).toList();
      }
    }
    return worlds;
  }

  private List<World> onBridge(Ruleset.Entry entry, World world) {
    Packet packet = world.packet();
    World frame = tracked(world.with(packet.with(packet.devices().asFrame())));
    Worlds passed = new Worlds();
    new ChainRun(entry, host, ended, passed).run(frame);
    return passed.list().stream()
        .map(w -> w.with(w.packet().with(packet.devices()).with(packet.connection())))
        .toList();
  }

  /** What passes the chains at the ports of a bridge, one of which it takes. */
  List<World> atPorts(Hook hook, Device bridge, List<World> start) {
    List<String> ports = host.ports(bridge);
    List<World> worlds = start;
    for (Ruleset.Entry entry : ruleset.at(hook)) {
      List<String> guarded = entry.base().devices().stream().filter(ports::contains).toList();
      if (!guarded.isEmpty()) {
        boolean all = guarded.containsAll(ports);
        worlds = worlds.stream().flatMap(w -> atPort(entry, guarded, all, w).stream()).toList();
      }
    }
    return worlds;
  }

  private List<World> atPort(Ruleset.Entry entry, List<String> guarded, boolean all, World world) {
    Hook hook = entry.base().hook();
    String which = "the pod is behind " + String.join(", ", guarded);
    Worlds passed = new Worlds();
    if (!all) {
      passed.add(world.then(Step.route(Step.Sort.UNLESS_MATCHED, hook, which)));
    }
    World there = all ? world : world.then(Step.route(Step.Sort.IF_MATCHED, hook, which));
    new ChainRun(entry, host, ended, passed).run(there);
    return passed.list();
  }

  private List<World> through(Ruleset.Entry entry, List<World> worlds) {
    Worlds passed = new Worlds();
    for (World world : worlds) {
      if (asked(entry, world.packet())) {
        Worlds own = new Worlds();
        new ChainRun(entry, host, ended, own).run(world);
        own.list().forEach(after -> rerouted(entry, world, after).forEach(passed::add));
      } else {
        passed.add(world);
      }
    }
    return passed.list();
  }

  /** Of a packet of this host, a changed destination or mark makes the kernel look anew. */
  private List<World> rerouted(Ruleset.Entry entry, World before, World after) {
    Base base = entry.base();
    boolean moved =
        !before.packet().header().destination().equals(after.packet().header().destination());
    boolean marked =
        base.kind() == Base.Kind.ROUTE && !before.packet().mark().equals(after.packet().mark());
    return base.hook() == Hook.OUTPUT && (moved || marked)
        ? routing.decide(after.packet()).stream().map(after::rerouted).toList()
        : List.of(after);
  }

  private static boolean asked(Ruleset.Entry entry, Packet packet) {
    Base base = entry.base();
    boolean open = base.kind() != Base.Kind.NAT || !side(base.hook(), packet).settled();
    Devices devices = packet.devices();
    String device = (base.hook() == Hook.EGRESS ? devices.out() : devices.in()).name();
    boolean here = base.devices().isEmpty() || base.devices().contains(device);
    return open && here && entry.table().family().sees(packet);
  }

  /** The direction of translation that a hook settles: destinations before routing. */
  private static Nat side(Hook hook, Packet packet) {
    return translatesDestination(hook)
        ? packet.connection().destination()
        : packet.connection().source();
  }

  private static boolean translatesDestination(Hook hook) {
    return hook == Hook.PREROUTING || hook == Hook.OUTPUT;
  }

  private static boolean translates(Hook hook) {
    return hook != Hook.FORWARD && hook != Hook.INGRESS && hook != Hook.EGRESS;
  }

  private static World tracked(World world) {
    Packet packet = world.packet();
    return world.with(packet.with(packet.connection().track(packet.header().ends())));
  }

  /** A connection that no rule translates is not asked about again. */
  private static World settled(Hook hook, World world) {
    Packet packet = world.packet();
    if (!translates(hook) || side(hook, packet).settled()) {
      return world;
    }
    Connection connection = packet.connection();
    return world.with(
        packet.with(
            translatesDestination(hook)
                ? connection.destination(Nat.NONE)
                : connection.source(Nat.NONE)));
  }
}
