package io.kwhy.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What clients ask of what they may do, before they do it: all may read, and nobody may change
 * anything. These questions are posts that change nothing; k9s shows nothing without an answer.
 */
final class Reviews {
  private static final List<String> MAY = List.of("get", "list", "watch");

  private Reviews() {}

  /**
   * The answer to a question about rights; nothing to what is another request.
   *
   * @param path of the request
   * @param body the question, as JSON or in the binary form that kubectl sends
   */
  static Optional<Answer> answer(List<String> path, byte[] body) throws IOException {
    String last = path.isEmpty() ? "" : path.get(path.size() - 1);
    return switch (last) {
      case "selfsubjectaccessreviews" ->
          Optional.of(review("authorization", "SelfSubjectAccessReview", access(verb(body))));
      case "selfsubjectrulesreviews" ->
          Optional.of(review("authorization", "SelfSubjectRulesReview", rules()));
      case "selfsubjectreviews" ->
          Optional.of(review("authentication", "SelfSubjectReview", reader()));
      default -> Optional.empty();
    };
  }

  private static Answer review(String group, String kind, Object status) {
    return Answer.json(
        Tree.object(
            "kind",
            kind,
            "apiVersion",
            group + ".k8s.io/v1",
            "metadata",
            Map.of(),
            "status",
            status));
  }

  private static String verb(byte[] body) throws IOException {
    if (Protobuf.isObject(body)) {
      Protobuf spec = Protobuf.object(body).message(2);
      String verb = spec.message(1).text(2);
      return verb.isEmpty() ? spec.message(2).text(2) : verb;
    }
    try {
      Object review = Tree.read(new ByteArrayInputStream(body));
      String verb = Tree.text(review, "spec", "resourceAttributes", "verb");
      return verb.isEmpty() ? Tree.text(review, "spec", "nonResourceAttributes", "verb") : verb;
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static Object access(String verb) {
    boolean may = MAY.contains(verb);
    return Tree.object("allowed", may, "reason", may ? "" : "a bundle cannot be changed");
  }

  private static Object rules() {
    return Tree.object(
        "incomplete",
        false,
        "resourceRules",
        List.of(Tree.object("verbs", MAY, "apiGroups", List.of("*"), "resources", List.of("*"))),
        "nonResourceRules",
        List.of(Tree.object("verbs", List.of("get"), "nonResourceURLs", List.of("*"))));
  }

  private static Object reader() {
    return Tree.object("userInfo", Tree.object("username", "reader of a bundle"));
  }
}
