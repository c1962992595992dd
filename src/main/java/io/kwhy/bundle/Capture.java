package io.kwhy.bundle;

import java.util.List;
import java.util.stream.Stream;

/** How a source is obtained, and which entries of a bundle hold it. */
public sealed interface Capture {
  /**
   * Glob patterns of its entries in a bundle, best first: {@code {node}} stands for a host, a star
   * for anything within one name.
   */
  List<String> entries();

  /** A list of objects of one resource, e.g. {@code leases.coordination.k8s.io}. */
  record ApiList(String resource) implements Capture {
    @Override
    public List<String> entries() {
      return List.of("cluster/" + resource + ".json");
    }
  }

  /** What the API server answers at a path. */
  record ApiText(String file, String path) implements Capture {
    @Override
    public List<String> entries() {
      return List.of("cluster/" + file);
    }
  }

  /** Files of a host, as they were; patterns of absolute paths. */
  record HostFile(List<String> paths) implements Capture {
    @Override
    public List<String> entries() {
      return paths.stream().map(path -> "nodes/{node}/files" + path).toList();
    }
  }

  /**
   * What a command prints on a host.
   *
   * @param json command line for the JSON form; {@code ""} where there is none
   * @param text command line for the plain form
   */
  record HostCommand(String file, String json, String text) implements Capture {
    @Override
    public List<String> entries() {
      String stem = "nodes/{node}/commands/" + file;
      return json.isEmpty() ? List.of(stem + ".txt") : List.of(stem + ".json", stem + ".txt");
    }
  }

  /** What folders of a host hold; each is measured by itself, as a large one takes long. */
  record HostFolders(List<String> paths) implements Capture {
    @Override
    public List<String> entries() {
      return List.of("nodes/{node}/commands/du.txt");
    }

    /** The command line that measures them. */
    public String text() {
      return "du -xsk " + String.join(" ", paths);
    }
  }

  /**
   * The log of a unit of a host, oldest line first.
   *
   * @param others where bundles made by hand have it instead, below the host's folder
   */
  record HostLog(String file, List<String> others) implements Capture {
    @Override
    public List<String> entries() {
      return Stream.concat(Stream.of("logs/" + file + ".log"), others.stream())
          .map(path -> "nodes/{node}/" + path)
          .toList();
    }
  }

  /** What was concluded from secrets while capturing. */
  record HostCheck(String file) implements Capture {
    @Override
    public List<String> entries() {
      return List.of("nodes/{node}/checks/" + file + ".json");
    }
  }

  /** Logs of pods' containers. */
  record PodLogs() implements Capture {
    @Override
    public List<String> entries() {
      return List.of("logs/*/*/*.log");
    }
  }

  /** What a host's probes met. */
  record HostProbes() implements Capture {
    @Override
    public List<String> entries() {
      return List.of("probes/{node}.tsv");
    }
  }
}
