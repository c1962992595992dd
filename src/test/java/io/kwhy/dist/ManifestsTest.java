package io.kwhy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.kwhy.bundle.Bundle;
import io.kwhy.bundle.Manifest;
import io.kwhy.bundle.draft.Draft;
import io.kwhy.bundle.reading.BundleReader;
import io.kwhy.collect.Installed;
import io.kwhy.collect.cluster.Permissions;
import io.kwhy.serve.ApiServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The manifests that kwhy prints and comes with: what Kubernetes takes, and no more rights than
 * said.
 */
@Tag("slow")
class ManifestsTest {
  private static final Map<String, Class<? extends KubernetesResource>> KINDS =
      Map.of(
          "Job", Job.class,
          "ServiceAccount", ServiceAccount.class,
          "ClusterRole", ClusterRole.class,
          "ClusterRoleBinding", ClusterRoleBinding.class,
          "Role", Role.class,
          "RoleBinding", RoleBinding.class);

  @TempDir private Path folder;

  @Test
  void each_field_is_one_that_kubernetes_knows() throws Exception {
    for (String document : documents()) {
      JsonNode text =
          new ObjectMapper()
              .readTree(Serialization.asJson(Serialization.unmarshal(document, Map.class)));
      Object typed = Serialization.unmarshal(document, KINDS.get(text.get("kind").asText()));
      assertThat(new ObjectMapper().readTree(Serialization.asJson(typed)))
          .as(document)
          .isEqualTo(text);
    }
  }

  @Test
  void reading_needs_no_verb_that_changes_anything() {
    for (String document : Permissions.yaml("tools").split("(?m)^---$", -1)) {
      List<PolicyRule> rules = new ArrayList<>();
      if (document.contains("kind: ClusterRole\n")) {
        rules.addAll(Serialization.unmarshal(document, ClusterRole.class).getRules());
      } else if (document.contains("kind: Role\n")) {
        rules.addAll(Serialization.unmarshal(document, Role.class).getRules());
      }
      assertThat(rules)
          .allSatisfy(rule -> assertThat(rule.getVerbs()).isSubsetOf("get", "list"))
          .allSatisfy(rule -> assertThat(rule.getResources()).doesNotContain("*", "pods/exec"));
    }
  }

  @Test
  void what_is_bound_is_there() throws Exception {
    Set<String> accounts = new TreeSet<>();
    Set<String> roles = new TreeSet<>();
    for (String document : Permissions.yaml("tools").split("(?m)^---\n", -1)) {
      JsonNode object = json(document);
      if (object.path("kind").asText().equals("ServiceAccount")) {
        accounts.add(object.path("metadata").path("namespace").asText() + "/kwhy");
      }
      roles.add(object.path("kind").asText());
    }
    assertThat(accounts).containsExactly("tools/kwhy");
    assertThat(roles).containsExactly("ClusterRole", "ClusterRoleBinding", "ServiceAccount");

    String passwords = Permissions.ofPasswords("tools", List.of("s1", "w1"));
    assertThat(json(passwords.split("(?m)^---\n", -1)[0]).path("rules").path(0).toString())
        .contains("[\"s1.node-password.k3s\",\"w1.node-password.k3s\"]", "[\"get\"]");
    assertThat(json(passwords.split("(?m)^---\n", -1)[1]).path("kind").asText())
        .isEqualTo("RoleBinding");
  }

  private static JsonNode json(String document) throws Exception {
    return new ObjectMapper()
        .readTree(Serialization.asJson(Serialization.unmarshal(document, Map.class)));
  }

  @Test
  void job_runs_the_image_of_this_version() throws Exception {
    assertThat(Files.readString(Path.of("src/main/dist/job.yaml")))
        .contains("image: docker.io/library/kwhy:" + Manifest.KWHY + "\n");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + Manifest.KWHY + "</version>");
  }

  @Test
  void kubectl_takes_them() throws Exception {
    Installed.program("kubectl");
    try (Draft draft = new Draft("k3s", Instant.EPOCH)) {
      draft.add("cluster/version.json", "{\"gitVersion\":\"v1.36.3+k3s1\"}");
      for (String kind :
          List.of(
              "serviceaccounts",
              "jobs.batch",
              "roles.rbac.authorization.k8s.io",
              "rolebindings.rbac.authorization.k8s.io",
              "clusterroles.rbac.authorization.k8s.io",
              "clusterrolebindings.rbac.authorization.k8s.io")) {
        draft.add("cluster/" + kind + ".json", "{\"kind\":\"List\",\"items\":[]}");
      }
      Path file = Files.writeString(folder.resolve("all.yaml"), String.join("---\n", documents()));
      try (Bundle bundle = BundleReader.of("kinds", draft.entries());
          ApiServer server = ApiServer.start(bundle, 0)) {
        Path config = Files.writeString(folder.resolve("config"), server.kubeconfig());
        Process process =
            new ProcessBuilder(
                    "kubectl",
                    "--kubeconfig",
                    config.toString(),
                    "apply",
                    "--dry-run=client",
                    "--validate=false",
                    "-f",
                    file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("job.batch/kwhy created (dry run)");
      }
    }
  }

  private static List<String> documents() throws Exception {
    List<String> documents = new ArrayList<>();
    for (String text :
        List.of(
            Permissions.yaml("kube-system"),
            Permissions.ofPasswords("kube-system", List.of("s1", "w1.example")),
            Permissions.ofPods("kube-system", "kube-system"),
            Files.readString(Path.of("src/main/dist/job.yaml")))) {
      documents.addAll(List.of(text.split("(?m)^---\n", -1)));
    }
    return documents;
  }
}
