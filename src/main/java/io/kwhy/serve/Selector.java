package io.kwhy.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Selectors as kubectl writes them: {@code a=b,c!=d,e in (f,g),!h}. */
final class Selector {
  private static final Pattern SET =
      Pattern.compile("\\s*(!?)([\\w./-]+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
  private static final Pattern EQUAL = Pattern.compile("\\s*([\\w./-]+)\\s*(==|=|!=)\\s*(.*?)\\s*");

  private static final Pattern NAME = Pattern.compile("\\s*!?\\s*[\\w./-]+\\s*");

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
    Predicate<Map<?, ?>> all = object -> true;
    for (String part : parts(selector)) {
      if (!SET.matcher(part).matches()
          && !EQUAL.matcher(part).matches()
          && !NAME.matcher(part).matches()) {
        throw new NoSelectorException(
            "unable to parse requirement: \"" + part + "\" is no selector of labels");
      }
      all = all.and(object -> fits(Tree.map(object, "metadata", "labels"), part));
    }
    return all;
  }

  /** Objects whose fields fit; names of fields are paths. No field is {@code ""}. */
  static Predicate<Map<?, ?>> fields(Kind kind, String selector) throws NoSelectorException {
    Predicate<Map<?, ?>> all = object -> true;
    for (String part : parts(selector)) {
      Matcher equal = EQUAL.matcher(part);
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
      String value = equal.group(3);
      all = all.and(object -> field(object, name).equals(value) == wanted);
    }
    return all;
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

  private static boolean fits(Map<?, ?> labels, String part) {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      Object label = labels.get(set.group(2));
      boolean within =
          label != null
              && List.of(set.group(4).trim().split("\\s*,\\s*")).contains(label.toString());
      return set.group(3).equals("in") == within;
    }
    Matcher equal = EQUAL.matcher(part);
    if (equal.matches()) {
      Object label = labels.get(equal.group(1));
      boolean same = label != null && label.toString().equals(equal.group(3));
      return equal.group(2).equals("!=") != same;
    }
    String name = part.strip();
    return name.startsWith("!")
        ? !labels.containsKey(name.substring(1).strip())
        : labels.containsKey(name);
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
