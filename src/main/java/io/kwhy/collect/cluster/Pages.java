package io.kwhy.collect.cluster;

import io.kwhy.bundle.draft.ListWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A list of the API, page by page. The next page is on its way as soon as the one before says where
 * it begins: the server is at work while we are.
 */
final class Pages implements AutoCloseable {
  private static final int GONE = 410;

  /** Two million objects; a cluster of 5,000 nodes is meant to have 150,000 pods. */
  private static final int MOST_PAGES = 4_000;

  /** A page may be empty where all that was on it has gone; more in a row lead nowhere. */
  private static final int EMPTY_IN_A_ROW = 20;

  private final Api api;
  private final String path;
  private final String accept;
  private final int limit;
  private Question next;
  private String token = "";
  private boolean repeated;
  private int pages;
  private int empty;

  /**
   * @param limit objects of a page; 0 for all in one piece
   */
  Pages(Api api, String path, String accept, int limit) {
    this.api = api;
    this.path = path;
    this.accept = accept;
    this.limit = limit;
  }

  /** Whether they are those at that path, in pages of that size. */
  boolean ask(String where, int size) {
    return path.equals(where) && limit == size;
  }

  /** Asks for the first page, and does not wait for it. */
  void begin() {
    next = api.ask(path + query(""), accept);
  }

  /**
   * Puts them into a list.
   *
   * @throws ApiException if there is not even the first page, or the list expired between two
   * @throws IOException if it broke off; what came before is in the list
   */
  void into(ListWriter list) throws IOException {
    boolean begun = false;
    if (next == null) {
      begin();
    }
    try {
      while (next != null) {
        page(list);
        begun = true;
      }
    } catch (ApiException e) {
      if (!begun || e.code() == GONE) {
        throw e;
      }
      list.close();
      throw new IOException("it broke off after some pages: " + e.getMessage(), e);
    } catch (IOException e) {
      list.close();
      throw new IOException("it broke off: " + shortened(e.getMessage()), e);
    }
    list.close();
  }

  private void page(ListWriter list) throws IOException {
    try (Question question = next) {
      next = null;
      ListWriter.Page page = question.answer(Set.of(), body -> list.page(body, this::askOn));
      pages++;
      empty = page.objects() == 0 ? empty + 1 : 0;
    }
    if (repeated || (next != null && (pages == MOST_PAGES || empty == EMPTY_IN_A_ROW))) {
      throw new IOException("expected its end, found more pages after " + pages);
    }
  }

  private void askOn(String following) {
    // Else the same page would come for ever.
    if (following.equals(token)) {
      repeated = true;
    } else {
      token = following;
      next = api.ask(path + query(following), accept);
    }
  }

  private String query(String token) {
    String query = limit == 0 ? "" : "?limit=" + limit;
    return token.isEmpty()
        ? query
        : query + "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private static String shortened(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    if (next != null) {
      next.close();
    }
  }
}
