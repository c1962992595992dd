package io.kwhy.parse.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import io.kwhy.bundle.Source;
import io.kwhy.parse.Parser;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The parsers of what the Kubernetes API said. */
public final class ClusterParsers {
  private final JsonFactory factory = JsonLimits.factory();
  private final Map<Source, Parser> parsers = new EnumMap<>(Source.class);

  private ClusterParsers() {
    objects(Source.NODES, "Node", NodeReader::new);
    objects(Source.PODS, "Pod", PodReader::new);
    objects(Source.EVENTS, "Event", EventReader::new);
    objects(Source.LEASES, "Lease", LeaseReader::new);
    objects(Source.NAMESPACES, "Namespace", NamespaceReader::new);
    objects(Source.SECRETS, "Secret", SecretReader::new);
    objects(Source.CONFIG_MAPS, "ConfigMap", ConfigMapReader::new);
    parsers.put(Source.SERVER_VERSION, new ServerVersionParser(factory));
    parsers.put(Source.READYZ, new ReadyzParser());
  }

  /**
   * A parser for each source of the cluster that can be read so far. They keep nothing between
   * entries and may be used by several threads; memory does not grow with an entry but with the
   * facts in it.
   */
  public static Map<Source, Parser> all() {
    return Collections.unmodifiableMap(new ClusterParsers().parsers);
  }

  private void objects(Source source, String kind, Function<JsonCursor, ObjectReader> readers) {
    parsers.put(source, new ObjectParser(factory, kind, readers));
  }
}
