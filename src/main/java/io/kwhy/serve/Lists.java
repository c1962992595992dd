package io.kwhy.serve;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists and single objects, whole, as tables or without what they hold. */
final class Lists {
  private final Objects objects;
  private final Tables tables;

  Lists(Objects objects, Tables tables) {
    this.objects = objects;
    this.tables = tables;
  }

  /** What is wanted of a kind: all, those in a namespace, or one. */
  record Wanted(Kind kind, String version, String namespace, String name) {
    String apiVersion() {
      return kind.group().isEmpty() ? version : kind.group() + "/" + version;
    }
  }

  Answer answer(Wanted wanted, Query query, String accept) {
    String damage = objects.damage(wanted.kind());
    if (!damage.isEmpty()) {
      return Answer.refusal(500, "InternalError", damage);
    }
    return wanted.name().isEmpty() ? list(wanted, query, accept) : one(wanted, query, accept);
  }

  private Answer one(Wanted wanted, Query query, String accept) {
    Optional<Map<?, ?>> found =
        objects.of(wanted.kind()).stream().filter(object -> named(object, wanted)).findFirst();
    if (found.isEmpty()) {
      String resource =
          wanted.kind().plural()
              + (wanted.kind().group().isEmpty() ? "" : "." + wanted.kind().group());
      return Answer.notFound(resource + " \"" + wanted.name() + "\" not found");
    }
    if (accept.contains("as=Table")) {
      return Answer.json(
          tables.of(
              wanted.kind().name(),
              List.of(found.get()),
              Tree.object("resourceVersion", ""),
              query.parameter("includeObject")));
    }
    return Answer.json(
        accept.contains("as=PartialObjectMetadata") ? Tables.partial(found.get()) : found.get());
  }

  private static boolean named(Map<?, ?> object, Wanted wanted) {
    return Tree.text(object, "metadata", "name").equals(wanted.name())
        && Tree.text(object, "metadata", "namespace").equals(wanted.namespace());
  }

  private Answer list(Wanted wanted, Query query, String accept) {
    List<Map<?, ?>> all;
    try {
      all = selected(wanted, query);
    } catch (Selector.NoSelectorException e) {
      return Answer.refusal(400, "BadRequest", e.getMessage());
    }
    int start = Math.min(all.size(), start(query.parameter("continue")));
    int limit = query.number("limit");
    int end = limit == 0 ? all.size() : Math.min(all.size(), start + limit);
    List<Map<?, ?>> page = all.subList(start, end);
    Map<String, Object> metadata = Tree.object("resourceVersion", "1");
    if (end < all.size()) {
      metadata.put("continue", token(end));
      metadata.put("remainingItemCount", all.size() - end);
    }
    if (accept.contains("as=Table")) {
      return Answer.json(
          tables.of(wanted.kind().name(), page, metadata, query.parameter("includeObject")));
    }
    boolean partial = accept.contains("as=PartialObjectMetadataList");
    return Answer.json(
        Tree.object(
            "kind", partial ? "PartialObjectMetadataList" : wanted.kind().name() + "List",
            "apiVersion", partial ? "meta.k8s.io/v1" : wanted.apiVersion(),
            "metadata", metadata,
            "items", partial ? page.stream().map(Tables::partial).toList() : page));
  }

  private List<Map<?, ?>> selected(Wanted wanted, Query query) throws Selector.NoSelectorException {
    return objects.of(wanted.kind()).stream()
        .filter(object -> within(object, wanted.namespace()))
        .filter(Selector.labels(query.parameter("labelSelector")))
        .filter(Selector.fields(wanted.kind(), query.parameter("fieldSelector")))
        .toList();
  }

  private static boolean within(Map<?, ?> object, String namespace) {
    return namespace.isEmpty() || Tree.text(object, "metadata", "namespace").equals(namespace);
  }

  private static String token(int start) {
    return Base64.getUrlEncoder()
        .encodeToString(Integer.toString(start).getBytes(StandardCharsets.UTF_8));
  }

  private static int start(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
