package io.kwhy.reach.path;

import io.kwhy.fact.Origin;
import io.kwhy.netfilter.Packet;
import io.kwhy.netfilter.Step;
import io.kwhy.netfilter.Verdict;
import io.kwhy.netfilter.Way;
import io.kwhy.reach.host.Packets;
import io.kwhy.reach.host.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes hops of the evaluator's answers. */
final class HopOf {
  private static final String PACKET = "packet";

  private HopOf() {}

  /**
   * The hop of one way.
   *
   * @param left the packet as it leaves, with what connection tracking translates back
   */
  static Hop way(Peer peer, Packet before, Way way, Packet left, String note) {
    return way(peer, before, way, PACKET, left, note);
  }

  static Hop way(Peer peer, Packet before, Way way, String layer, Packet left, String note) {
    boolean on = way.end() == Way.End.SENT_ON;
    List<Decision> decisions =
        way.trail().stream()
            .filter(step -> step.sort() != Step.Sort.ROUTE || way.verdict() != Verdict.ACCEPTED)
            .map(step -> decision(peer, step))
            .toList();
    return new Hop(
        false,
        peer.name(),
        layer,
        before.devices().in().name(),
        on ? way.packet().devices().out().name() : "",
        Packets.words(before.header()),
        Packets.words(left.header()),
        fate(way.verdict()),
        decisions,
        note);
  }

  private static Decision decision(Peer peer, Step step) {
    String entry = step.source().isEmpty() ? "nodes/" + peer.host() : step.source();
    return new Decision(
        step.sort().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        step.hook().name(),
        step.table(),
        step.chain(),
        step.text(),
        new Origin(entry, step.line()));
  }

  static Fate fate(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> Fate.ARRIVES;
      case DROPPED -> Fate.DROPPED;
      case REJECTED -> Fate.REJECTED;
      case UNDETERMINED -> Fate.UNDETERMINED;
    };
  }

  /** The hop with another fate, and the step that brought it about as the last. */
  static Hop deciding(Hop hop, Peer peer, Fate fate, Step step) {
    List<Decision> decisions = new ArrayList<>(hop.decisions());
    Decision last = decision(peer, step);
    decisions.remove(last);
    decisions.add(last);
    return copy(hop, hop.answer(), fate, decisions, hop.note());
  }

  static Hop answering(Hop hop) {
    return copy(hop, true, hop.fate(), hop.decisions(), hop.note());
  }

  static Hop noted(Hop hop, String note) {
    return failing(hop, hop.fate(), note);
  }

  static Hop failing(Hop hop, Fate fate, String note) {
    boolean one = hop.note().isEmpty() || note.isEmpty();
    String both = one ? note + hop.note() : note + "; " + hop.note();
    return copy(hop, hop.answer(), fate, hop.decisions(), both);
  }

  private static Hop copy(
      Hop hop, boolean answer, Fate fate, List<Decision> decisions, String note) {
    return new Hop(
        answer,
        hop.node(),
        hop.layer(),
        hop.in(),
        hop.out(),
        hop.before(),
        hop.after(),
        fate,
        decisions,
        note);
  }

  static Hop ending(Peer peer, Packet packet, Fate fate, String note) {
    return bare(peer.name(), packet, fate, note);
  }

  static Hop unseen(Peer peer, Packet packet, String note) {
    return bare(peer.name(), packet, Fate.ARRIVES, note);
  }

  static Hop outside(Packet packet, Fate fate, String note) {
    String words = Packets.words(packet.header());
    return new Hop(false, "", PACKET, "", "", words, words, fate, List.of(), note);
  }

  private static Hop bare(String node, Packet packet, Fate fate, String note) {
    String words = Packets.words(packet.header());
    String in = packet.devices().in().name();
    return new Hop(false, node, PACKET, in, "", words, words, fate, List.of(), note);
  }
}
