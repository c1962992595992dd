package io.kwhy.netfilter.iptables;

import io.kwhy.netfilter.IpSet;
import io.kwhy.netfilter.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code ipset save}, {@code ipset list}, and {@code ipset list -t}, which has no members:
 * what is in those sets stays open.
 */
public final class IpsetList {
  private final Map<String, Members> sets = new LinkedHashMap<>();
  private Members current = new Members("", false);
  private String listed = "";

  private IpsetList() {}

  /** The sets by name. */
  public static Map<String, IpSet> read(String text) {
    IpsetList list = new IpsetList();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::line);
    Map<String, IpSet> all = new LinkedHashMap<>();
    list.sets.forEach((name, members) -> all.put(name, members.set()));
    return all;
  }

  private void line(String line) {
    String[] words = line.split("\\s+", -1);
    if (words[0].equals("create") && words.length > 2) {
      begin(words[1], words[2], true);
    } else if (words[0].equals("add") && words.length > 2) {
      sets.getOrDefault(words[1], new Members("", false)).add(words, 2);
    } else if (words[0].equals("Name:") && words.length > 1) {
      listed = words[1];
    } else if (words[0].equals("Type:") && words.length > 1) {
      begin(listed, words[1], false);
    } else if (words[0].equals("Members:")) {
      current.complete = true;
    } else if (current.complete && !words[0].endsWith(":")) {
      current.add(words, 0);
    }
  }

  private void begin(String name, String type, boolean complete) {
    current = new Members(type, complete);
    sets.put(name, current);
  }

  /** The members of one set. */
  private static final class Members {
    private final String type;
    private final List<Pattern> members = new ArrayList<>();
    private final List<Pattern> exceptions = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private boolean complete;

    Members(String type, boolean complete) {
      this.type = type;
      this.complete = complete;
    }

    void add(String[] words, int at) {
      boolean exception = List.of(words).subList(at, words.length).contains("nomatch");
      if (type.equals("list:set")) {
        names.add(words[at]);
      } else {
        (exception ? exceptions : members).add(SetMember.pattern(type, words[at]));
      }
    }

    IpSet set() {
      return new IpSet(type, complete, members, exceptions, List.copyOf(names));
    }
  }
}
