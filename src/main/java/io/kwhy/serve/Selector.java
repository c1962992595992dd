package io.kwhy.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selectors as kubectl writes them: {@code a=b,c!=d,e in (f,g),!h}. */
final class Selector {
  // Each of these is tried on a text without blanks around it, and none goes back over what it
  // read:
  // requests are as long as a header may be.
  private static final Pattern SET =
      Pattern.compile("([\\w./-]++)\\s++(in|notin)\\s*+\\(([^)]*+)\\)");
  private static final Pattern EQUAL =
      Pattern.compile("([\\w./-]++)\\s*+(==|=|!=)(.*+)", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(!?)\\s*+([\\w./-]++)");

  /** Fields that an API server knows to select by; each kind has its name and namespace besides. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "Pod",
          Set.of(
              "spec.nodeName",
              "spec.restartPolicy",
              "spec.schedulerName",
              "spec.serviceAccountName",
              "spec.hostNetwork",
              "status.phase",
              "status.podIP",
              "status.podIPs",
              "status.nominatedNodeName"),
          "Event",
          Set.of(
              "involvedObject.kind",
              "involvedObject.namespace",
              "involvedObject.name",
              "involvedObject.uid",
              "involvedObject.apiVersion",
              "involvedObject.resourceVersion",
              "involvedObject.fieldPath",
              "reason",
              "reportingComponent",
              "source",
              "type"),
          "Node",
          Set.of("spec.unschedulable"),
          "Namespace",
          Set.of("status.phase"),
          "Secret",
          Set.of("type"),
          "Service",
          Set.of("spec.clusterIP", "spec.type"),
          "ReplicaSet",
          Set.of("status.replicas"),
          "Job",
          Set.of("status.successful"),
          "CertificateSigningRequest",
          Set.of("spec.signerName"));

  private Selector() {}

  /** Text that is no selector, or none that an API server has for a kind. */
  static final class NoSelectorException extends Exception {
    private static final long serialVersionUID = 1;

    NoSelectorException(String message) {
      super(message);
    }
  }

  /** Objects whose labels fit. */
  static Predicate<Map<?, ?>> labels(String selector) throws NoSelectorException {
    List<Predicate<Map<?, ?>>> all = new ArrayList<>();
    for (String part : parts(selector)) {
      all.add(label(part.strip()));
    }
    return object -> {
      Map<?, ?> labels = Tree.map(object, "metadata", "labels");
      return all.stream().allMatch(each -> each.test(labels));
    };
  }

  /** What one part asks of labels. */
  private static Predicate<Map<?, ?>> label(String part) throws NoSelectorException {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      String name = set.group(1);
      Set<String> values =
          Stream.of(set.group(3).split(",", -1)).map(String::strip).collect(Collectors.toSet());
      boolean wanted = set.group(2).equals("in");
      return labels ->
          wanted == (labels.get(name) != null && values.contains(labels.get(name).toString()));
    }
    Matcher equal = EQUAL.matcher(part);
    if (equal.matches()) {
      String name = equal.group(1);
      String value = equal.group(3).strip();
      boolean wanted = !equal.group(2).equals("!=");
      return labels ->
          wanted == (labels.get(name) != null && labels.get(name).toString().equals(value));
    }
    Matcher bare = NAME.matcher(part);
    if (bare.matches()) {
      String name = bare.group(2);
      boolean wanted = bare.group(1).isEmpty();
      return labels -> labels.containsKey(name) == wanted;
    }
    throw new NoSelectorException(
        "unable to parse requirement: \"" + part + "\" is no selector of labels");
  }

  /** Objects whose fields fit; names of fields are paths. No field is {@code ""}. */
  static Predicate<Map<?, ?>> fields(Kind kind, String selector) throws NoSelectorException {
    List<Predicate<Map<?, ?>>> all = new ArrayList<>();
    for (String part : parts(selector)) {
      Matcher equal = EQUAL.matcher(part.strip());
      if (!equal.matches()) {
        throw new NoSelectorException(
            "invalid selector: \"" + part + "\"; can't understand \"" + part + "\"");
      }
      String name = equal.group(1);
      if (!name.equals("metadata.name")
          && !name.equals("metadata.namespace")
          && !FIELDS.getOrDefault(kind.name(), Set.of()).contains(name)) {
        throw new NoSelectorException("field label not supported: " + name);
      }
      boolean wanted = !equal.group(2).equals("!=");
      String value = equal.group(3).strip();
      all.add(object -> field(object, name).equals(value) == wanted);
    }
    return object -> all.stream().allMatch(each -> each.test(object));
  }

  private static String field(Map<?, ?> object, String name) {
    String[] path = name.split("\\.", -1);
    return switch (name) {
      case "spec.unschedulable", "spec.hostNetwork" -> {
        String text = Tree.text(object, path);
        yield text.isEmpty() ? "false" : text;
      }
      case "status.successful" -> Columns.number(object, "status", "succeeded");
      case "status.replicas" -> Columns.number(object, path);
      case "source" -> Tree.text(object, "source", "component");
      default -> Tree.text(object, path);
    };
  }

  /** Commas within brackets do not separate. */
  private static List<String> parts(String selector) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at <= selector.length(); at++) {
      char c = at == selector.length() ? ',' : selector.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if ((c == ',' && depth == 0) || at == selector.length()) {
        if (at > start) {
          parts.add(selector.substring(start, at));
        }
        start = at + 1;
      }
    }
    return parts;
  }
}
