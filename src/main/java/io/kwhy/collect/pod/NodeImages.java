package io.kwhy.collect.pod;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.kwhy.collect.list.ItemList;
import io.kwhy.collect.list.Sections;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which image of those that a Node says to have at hand has a shell and {@code nsenter}. Of another
 * registry than the usual none is taken, whatever it is called: who runs a pod there chooses what
 * such an image is, and this one is run with all rights.
 */
public final class NodeImages {
  private static final String TAG = ":[\\w][\\w.-]{0,127}";

  /** In this order; earlier releases of k3s call theirs otherwise. */
  private static final List<Pattern> FIT =
      List.of(
          Pattern.compile(Pattern.quote(LookPod.USUAL_IMAGE)),
          Pattern.compile("docker\\.io/rancher/(?:mirrored-)?library-busybox" + TAG),
          Pattern.compile("docker\\.io/rancher/klipper-lb" + TAG),
          Pattern.compile("docker\\.io/library/(?:busybox|alpine)" + TAG));

  private NodeImages() {}

  /** The image to take by the name of the Node, in a list of Nodes; none for one that has none. */
  public static Map<String, String> in(InputStream nodes) throws IOException {
    Map<String, String> chosen = new TreeMap<>();
    ItemList.each(nodes, json -> node(json, chosen));
    return chosen;
  }

  private static void node(JsonParser object, Map<String, String> chosen) throws IOException {
    List<String> names = new ArrayList<>();
    List<String> images = new ArrayList<>();
    Sections.each(
        object,
        (field, json) -> {
          switch (field) {
            case "metadata.name" -> names.add(json.getValueAsString(""));
            case "status.images" -> texts(json, images);
            default -> {}
          }
        });
    String best = best(images);
    if (!names.isEmpty() && !best.isEmpty()) {
      chosen.put(names.get(0), best);
    }
  }

  /** All texts in a list, however deep. */
  private static void texts(JsonParser json, List<String> found) throws IOException {
    int depth = json.currentToken() == JsonToken.START_ARRAY ? 1 : 0;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token == null) {
        return;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING) {
        found.add(json.getText());
      }
    }
  }

  /** Of several releases the last by name: the same for each run. */
  private static String best(List<String> images) {
    for (Pattern fit : FIT) {
      String last =
          images.stream()
              .filter(image -> fit.matcher(image).matches())
              .max(String::compareTo)
              .orElse("");
      if (!last.isEmpty()) {
        return last;
      }
    }
    return "";
  }
}
