package io.kwhy.netfilter;

import io.kwhy.netfilter.Connection.Nat;
import java.util.List;

/** Worlds on their way through the chains of one hook. */
final class HookRun {
  private static final int TRACKING = -200;

  private final Ruleset ruleset;
  private final HostNetwork host;
  private final Ended ended;

  HookRun(Ruleset ruleset, HostNetwork host, Ended ended) {
    this.ruleset = ruleset;
    this.host = host;
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

  private List<World> through(Ruleset.Entry entry, List<World> worlds) {
    Worlds passed = new Worlds();
    ChainRun run = new ChainRun(entry, host, ended, passed);
    for (World world : worlds) {
      if (!asked(entry, world.packet())) {
        passed.add(world);
      } else if (entry.base().kind() == Base.Kind.ROUTE) {
        routeChain(entry, world, passed);
      } else {
        run.run(world);
      }
    }
    return passed.list();
  }

  /** A changed mark makes the kernel look for another route. */
  private void routeChain(Ruleset.Entry entry, World world, Worlds passed) {
    Worlds own = new Worlds();
    new ChainRun(entry, host, ended, own).run(world);
    for (World after : own.list()) {
      boolean changed = !after.packet().mark().equals(world.packet().mark());
      passed.add(after.rerouted(changed && entry.base().hook() == Hook.OUTPUT));
    }
  }

  private static boolean asked(Ruleset.Entry entry, Packet packet) {
    Base base = entry.base();
    boolean open = base.kind() != Base.Kind.NAT || !side(base.hook(), packet).settled();
    boolean here = base.device().isEmpty() || base.device().equals(packet.devices().in().name());
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

  private static World tracked(World world) {
    Packet packet = world.packet();
    return world.with(packet.with(packet.connection().track(packet.header().ends())));
  }

  /** A connection that no rule translates is not asked about again. */
  private static World settled(Hook hook, World world) {
    Packet packet = world.packet();
    if (hook == Hook.FORWARD || hook == Hook.INGRESS || side(hook, packet).settled()) {
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
