package io.kwhy.collect.pod;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * The pod that runs the script on a host, of one image or, where that is {@code ""}, of what each
 * Node has: privileged, in the namespaces of the host's first process, for a limited time, wherever
 * the host's taints would keep others away. It has no token.
 */
public record LookPod(String image, String namespace, int seconds) {
  /** An image that k3s has at hand for its local storage, of recent releases. */
  public static final String USUAL_IMAGE = "docker.io/rancher/mirrored-library-busybox:1.37.0";

  private static final String SCRIPT = "KWHY_SCRIPT";

  /** As an argument the script would stand in the list of processes that it makes. */
  private static final String RUN =
      "script=$" + SCRIPT + "; unset " + SCRIPT + "; eval \"$script\"";

  /**
   * The first process of the host is seen because of hostPID; nothing is mounted. The shell has its
   * path: by name, some builds of busybox take the shell within themselves, and with it their own
   * {@code ip} and {@code ps} instead of the host's.
   */
  private static final List<String> ENTER =
      List.of("nsenter", "-t", "1", "-m", "-u", "-i", "-n", "--", "/bin/sh", "-c", RUN);

  /** The same pod of another image. */
  LookPod of(String other) {
    return new LookPod(other, namespace, seconds);
  }

  /**
   * The pod as JSON.
   *
   * @param node name of the Node it runs on; no scheduler is asked
   */
  String manifest(String name, String node, String script) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("apiVersion", "v1");
      json.writeStringField("kind", "Pod");
      json.writeObjectFieldStart("metadata");
      json.writeStringField("name", name);
      json.writeStringField("namespace", namespace);
      json.writeObjectFieldStart("labels");
      json.writeStringField("app.kubernetes.io/name", "kwhy");
      json.writeEndObject();
      json.writeEndObject();
      json.writeObjectFieldStart("spec");
      spec(json, node, script);
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void spec(JsonGenerator json, String node, String script) throws IOException {
    json.writeStringField("nodeName", node);
    json.writeBooleanField("hostPID", true);
    json.writeBooleanField("hostNetwork", true);
    json.writeStringField("restartPolicy", "Never");
    json.writeNumberField("activeDeadlineSeconds", seconds);
    json.writeNumberField("terminationGracePeriodSeconds", 0);
    json.writeBooleanField("automountServiceAccountToken", false);
    json.writeBooleanField("enableServiceLinks", false);
    json.writeArrayFieldStart("tolerations");
    json.writeStartObject();
    json.writeStringField("operator", "Exists");
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayFieldStart("containers");
    json.writeStartObject();
    json.writeStringField("name", PodRun.CONTAINER);
    json.writeStringField("image", image);
    json.writeStringField("imagePullPolicy", "IfNotPresent");
    json.writeArrayFieldStart("command");
    for (String word : ENTER) {
      json.writeString(word);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("env");
    json.writeStartObject();
    json.writeStringField("name", SCRIPT);
    json.writeStringField("value", verbatim(script));
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("securityContext");
    json.writeBooleanField("privileged", true);
    json.writeNumberField("runAsUser", 0);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Kubernetes reads {@code $(NAME)} in it as a variable, and {@code $$} as a dollar. */
  private static String verbatim(String script) {
    return script.replace("$", "$$");
  }
}
