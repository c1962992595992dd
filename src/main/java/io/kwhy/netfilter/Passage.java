package io.kwhy.netfilter;

import io.kwhy.netfilter.Step.Sort;
import java.util.List;

/** One packet on its way through a host: hooks and routing decisions in the kernel's order. */
final class Passage {
  private final HostNetwork host;
  private final Routing routing;
  private final Ended ended = new Ended();
  private final HookRun hooks;

  Passage(Ruleset ruleset, HostNetwork host) {
    this.host = host;
    this.routing = new Routing(host);
    this.hooks = new HookRun(ruleset, host, ended);
  }

  Outcome outcome() {
    return ended.outcome();
  }

  void arrive(World world) {
    hooks.at(Hook.INGRESS, fromPort(world)).forEach(this::prerouting);
  }

  /** What comes up from a bridge has been a frame at one of its ports. */
  private List<World> fromPort(World world) {
    Device in = world.packet().devices().in();
    return host.isBridge(in)
        ? hooks.onBridge(
            Hook.INPUT,
            hooks.onBridge(Hook.PREROUTING, hooks.atPorts(Hook.INGRESS, in, List.of(world))))
        : List.of(world);
  }

  private List<World> toPort(World world) {
    Device out = world.packet().devices().out();
    return host.isBridge(out)
        ? hooks.atPorts(
            Hook.EGRESS,
            out,
            hooks.onBridge(Hook.POSTROUTING, hooks.onBridge(Hook.OUTPUT, List.of(world))))
        : List.of(world);
  }

  private void prerouting(World world) {
    hooks.at(Hook.PREROUTING, List.of(world)).forEach(this::routeArrived);
  }

  private void routeArrived(World world) {
    IpAddress source = world.packet().header().source();
    boolean loopback = world.packet().devices().in().isLoopback();
    if (!loopback && host.addressesKnown() && host.isLocal(source)) {
      nowhere(Hook.PREROUTING, world, source + " is an address of this host itself");
    } else if (!loopback && world.packet().header().destination().isLoopback()) {
      localnet(world);
    } else {
      routing.decide(world.packet()).forEach(routed -> arrived(routed, world));
    }
  }

  /** Packets to 127.0.0.0/8 from elsewhere are martians, unless {@code route_localnet} is set. */
  private void localnet(World world) {
    String why = "loopback addresses are not routed";
    if (host.routesLocalnet() != Truth.YES) {
      part(host.routesLocalnet(), Hook.PREROUTING, world, why);
    }
    if (host.routesLocalnet() != Truth.NO) {
      input(world.then(supposed(host.routesLocalnet(), Hook.PREROUTING, why)));
    }
  }

  private void arrived(Routed routed, World world) {
    if (routed instanceof Routed.Here) {
      input(world);
    } else if (routed instanceof Routed.Onward onward) {
      forward(onward, world);
    } else {
      unrouted(Hook.PREROUTING, routed, world);
    }
  }

  private void input(World world) {
    hooks.at(Hook.INPUT, List.of(world)).forEach(w -> ended.delivered(routed(Hook.INPUT, w)));
  }

  /** A way that no rule has decided still says where it ended. */
  private static World routed(Hook hook, World world) {
    boolean here = hook == Hook.INPUT;
    Packet packet = world.packet();
    String text =
        here
            ? packet.header().destination() + " is on this host"
            : packet.header().destination() + " is reached by " + packet.devices().out().name();
    return world.then(Step.route(hook, text));
  }

  private void forward(Routed.Onward onward, World world) {
    String why = "the host does not forward";
    Truth forwards = host.forwards(world.packet());
    if (forwards != Truth.YES) {
      part(forwards, Hook.FORWARD, world, why);
    }
    if (forwards != Truth.NO) {
      World on = leaving(onward, world);
      World supposed = forwards == Truth.YES ? on : on.then(supposed(forwards, Hook.FORWARD, why));
      hooks.at(Hook.FORWARD, List.of(supposed)).forEach(w -> postrouting(w, onward.gateway()));
    }
  }

  private static World leaving(Routed.Onward onward, World world) {
    Packet packet = world.packet();
    return world.with(packet.with(packet.devices().out(onward.device())));
  }

  private void postrouting(World world, String gateway) {
    List<World> translated = hooks.at(Hook.POSTROUTING, List.of(world));
    for (World out : hooks.at(Hook.EGRESS, translated)) {
      toPort(out).forEach(w -> ended.sentOn(routed(Hook.POSTROUTING, w), gateway));
    }
  }

  void leave(World world) {
    for (Routed routed : routing.decide(world.packet())) {
      if (routed instanceof Routed.Here) {
        output(leaving(loopback(), world), "");
      } else if (routed instanceof Routed.Onward onward) {
        output(leaving(onward, world), onward.gateway());
      } else {
        unrouted(Hook.OUTPUT, routed, world);
      }
    }
  }

  private static Routed.Onward loopback() {
    return new Routed.Onward(Device.named("lo"), "");
  }

  private void output(World world, String gateway) {
    for (World after : hooks.at(Hook.OUTPUT, List.of(world))) {
      if (after.rerouted().isPresent()) {
        rerouted(after.rerouted().get(), after);
      } else if (after.packet().devices().out().isLoopback()) {
        loop(after);
      } else {
        postrouting(after, gateway);
      }
    }
  }

  private void rerouted(Routed routed, World world) {
    if (routed instanceof Routed.Here) {
      loop(leaving(loopback(), world));
    } else if (routed instanceof Routed.Onward onward) {
      postrouting(leaving(onward, world), onward.gateway());
    } else {
      unrouted(Hook.OUTPUT, routed, world);
    }
  }

  /** What a host sends to itself goes out and comes in by lo, as the same tracked packet. */
  private void loop(World world) {
    for (World out : hooks.at(Hook.POSTROUTING, List.of(world))) {
      Devices lo = out.packet().devices().in(Device.named("lo")).out(Device.NONE);
      hooks.at(Hook.PREROUTING, List.of(out.with(out.packet().with(lo)))).forEach(this::input);
    }
  }

  void passOn(World world) {
    IpAddress before = world.packet().header().destination();
    Device bridge = world.packet().devices().in();
    List<World> frames = hooks.atPorts(Hook.INGRESS, bridge, List.of(world));
    List<World> passed = hooks.onBridge(Hook.PREROUTING, frames);
    for (World after : hooks.at(Hook.PREROUTING, passed)) {
      if (after.packet().header().destination().equals(before)) {
        passOnUntouched(after);
      } else {
        routeArrived(after);
      }
    }
  }

  private void passOnUntouched(World world) {
    Devices devices = world.packet().devices();
    Devices passing =
        new Devices(devices.in(), devices.in(), devices.portIn(), devices.portOut(), true);
    World on = world.with(world.packet().with(passing));
    for (World forwarded : hooks.onBridge(Hook.FORWARD, hooks.at(Hook.FORWARD, List.of(on)))) {
      for (World out : hooks.at(Hook.POSTROUTING, List.of(forwarded))) {
        hooks
            .atPorts(Hook.EGRESS, devices.in(), hooks.onBridge(Hook.POSTROUTING, List.of(out)))
            .forEach(w -> ended.sentOn(routed(Hook.POSTROUTING, w), ""));
      }
    }
  }

  private void unrouted(Hook hook, Routed routed, World world) {
    if (routed instanceof Routed.Nowhere nowhere) {
      nowhere(hook, world, nowhere.why());
    } else if (routed instanceof Routed.NotKnown open) {
      ended.add(Verdict.UNDETERMINED, "", world.then(Step.route(hook, open.why())));
    }
  }

  private void nowhere(Hook hook, World world, String why) {
    ended.add(Verdict.DROPPED, "", world.then(Step.route(hook, why)));
  }

  /** Ends one way if a setting forbids it; another goes on if the setting is not known. */
  private void part(Truth allowed, Hook hook, World world, String why) {
    Sort sort = allowed == Truth.NO ? Sort.ROUTE : Sort.IF_MATCHED;
    ended.add(Verdict.DROPPED, "", world.then(Step.route(sort, hook, why)));
  }

  private static Step supposed(Truth allowed, Hook hook, String why) {
    return Step.route(allowed == Truth.YES ? Sort.ROUTE : Sort.UNLESS_MATCHED, hook, why);
  }
}
