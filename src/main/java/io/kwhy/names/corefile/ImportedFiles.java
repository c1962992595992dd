package io.kwhy.names.corefile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files in CoreDNS's container that its Corefile can import.
 *
 * @param texts by path
 * @param known folders of which all files are among the texts
 */
public record ImportedFiles(SortedMap<String, String> texts, List<String> known) {
  /** Where k3s mounts ConfigMap {@code coredns-custom}. */
  public static final String CUSTOM = "/etc/coredns/custom/";

  /** Where k3s mounts the Corefile of ConfigMap {@code coredns}. */
  public static final String COREFILE = "/etc/coredns/Corefile";

  public ImportedFiles {
    texts = new TreeMap<>(texts);
    known = List.copyOf(known);
  }

  /** The files that a path or a pattern with one star means, in order. */
  List<String> matching(String pattern) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return texts.containsKey(pattern) ? List.of(pattern) : List.of();
    }
    String before = pattern.substring(0, star);
    String after = pattern.substring(star + 1);
    return texts.keySet().stream()
        .filter(path -> path.length() >= before.length() + after.length())
        .filter(path -> path.startsWith(before) && path.endsWith(after))
        .filter(path -> path.indexOf('/', before.length()) < 0)
        .toList();
  }

  /** Whether a file that is not among the texts is not there either. */
  boolean covers(String path) {
    return known.contains(path.substring(0, path.lastIndexOf('/') + 1));
  }
}
