package io.kwhy.netfilter;

import io.kwhy.netfilter.TestPackets.Sent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where verdicts and the kernel differ, and how much was compared. */
final class Differences {
  private final List<String> all = new ArrayList<>();
  private final Map<Verdict, Integer> verdicts = new TreeMap<>();
  private int number;

  /** Sends packets to the kernel's rules and to the evaluator's. */
  void compare(String rules, KernelHost kernel, Firewall firewall, List<Sent> packets)
      throws IOException {
    Map<Integer, Sent> sent = new TreeMap<>();
    for (Sent packet : packets) {
      number++;
      sent.put(number, packet);
      kernel.send(number, packet.via(), packet.packet());
    }
    List<String> came = kernel.collect();
    sent.forEach((id, packet) -> compare(rules, firewall, packet, id, came));
  }

  /** Sends packets; of the datagrams that came out, the answers to them. */
  List<Sent> answersTo(KernelHost kernel, List<Sent> packets) throws IOException {
    Map<Integer, Sent> sent = new TreeMap<>();
    for (Sent packet : packets) {
      if (packet.packet().header().protocol() == Protocol.UDP) {
        number++;
        sent.put(number, packet);
        kernel.send(number, packet.via(), packet.packet());
      }
    }
    List<Sent> answers = new ArrayList<>();
    for (String line : kernel.collect()) {
      List<String> words = Arrays.asList(line.split(" "));
      Sent asked = sent.get(Integer.valueOf(words.get(1)));
      boolean fromHere = asked != null && asked.via().equals("local");
      if (asked != null
          && words.get(0).equals("seen")
          && !(fromHere && words.get(2).equals("local"))) {
        answers.add(TestPackets.answer(asked.packet(), words.get(2)));
      }
    }
    return answers;
  }

  private void compare(String rules, Firewall firewall, Sent sent, int id, List<String> came) {
    Outcome outcome = sent.through(firewall);
    verdicts.merge(outcome.verdict(), 1, Integer::sum);
    String seen =
        came.stream().filter(line -> line.startsWith("seen " + id + " ")).findFirst().orElse("");
    boolean rejected = came.contains("rejected " + id);
    if (outcome.ways().stream().noneMatch(way -> agrees(way, sent.packet().header(), seen))) {
      all.add(
          String.format(
              Locale.ROOT,
              "%s%n%d %s %s%nkernel: %s%s%nverdict: %s%n%s",
              rules,
              id,
              sent.via(),
              sent.packet().header(),
              seen.isEmpty() ? "not seen" : seen,
              rejected ? ", rejected" : "",
              outcome.verdict(),
              told(outcome)));
    }
  }

  private static String told(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    for (Way way : outcome.ways()) {
      text.append(way.verdict()).append(' ').append(way.packet().header()).append('\n');
      way.trail()
          .forEach(
              s -> text.append("   ").append(s.sort()).append(' ').append(s.text()).append('\n'));
    }
    return text.toString();
  }

  private static boolean agrees(Way way, Header sent, String seen) {
    return switch (way.verdict()) {
      case UNDETERMINED -> true;
      case DROPPED, REJECTED -> seen.isEmpty();
      case ACCEPTED -> !seen.isEmpty() && cameOut(way, sent, seen);
    };
  }

  private static boolean cameOut(Way way, Header sent, String seen) {
    List<String> words = Arrays.asList(seen.split(" "));
    Header header = way.packet().header();
    String where = way.end() == Way.End.HERE ? "local" : way.packet().devices().out().name();
    return words.get(2).equals(where)
        && words.get(3).equals(header.source().toString())
        && (mayMove(sent, header) || same(words.get(4), header.sourcePort()))
        && words.get(5).equals(header.destination().toString())
        && same(words.get(6), header.destinationPort());
  }

  /** A source that is translated keeps its port unless a connection of an earlier packet has it. */
  private static boolean mayMove(Header sent, Header out) {
    return !sent.source().equals(out.source()) && sent.sourcePort() == out.sourcePort();
  }

  private static boolean same(String port, int told) {
    return told < 0 || port.equals(String.valueOf(told));
  }

  List<String> all() {
    return all;
  }

  int pairs() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  int undetermined() {
    return verdicts.getOrDefault(Verdict.UNDETERMINED, 0);
  }

  void report(String what) {
    System.out.println(
        what + ": " + pairs() + " pairs " + verdicts + ", " + all.size() + " differ");
  }
}
