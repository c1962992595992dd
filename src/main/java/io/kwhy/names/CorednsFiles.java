package io.kwhy.names;

import io.kwhy.fact.Known;
import io.kwhy.fact.cluster.ConfigText;
import io.kwhy.names.corefile.ImportedFiles;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files in CoreDNS's container beside its Corefile: those of coredns-custom. */
final class CorednsFiles {
  private final Known known;

  CorednsFiles(Known known) {
    this.known = known;
  }

  List<ConfigText> custom() {
    return known.all(ConfigText.class, text -> text.name().equals("coredns-custom"));
  }

  /** What the Corefile may import. */
  ImportedFiles imported() {
    SortedMap<String, String> texts = new TreeMap<>();
    for (ConfigText text : custom()) {
      texts.put(ImportedFiles.CUSTOM + text.key(), text.content());
    }
    List<String> complete =
        known.isCaptured("configmaps", "") ? List.of(ImportedFiles.CUSTOM) : List.of();
    return new ImportedFiles(texts, complete);
  }

  /** What a file in the container is of: the Corefile if it is of nothing else. */
  ConfigText textOf(String file, ConfigText corefile) {
    return custom().stream()
        .filter(other -> file.equals(ImportedFiles.CUSTOM + other.key()))
        .findFirst()
        .orElse(corefile);
  }
}
