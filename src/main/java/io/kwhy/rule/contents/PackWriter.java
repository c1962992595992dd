package io.kwhy.rule.contents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes numbers and texts, each different text once and apart from the rest, so that {@link
 * PackReader} makes only those that are asked for.
 */
final class PackWriter {
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final List<Integer> body = new ArrayList<>();

  void number(int number) {
    body.add(number);
  }

  void text(String text) {
    body.add(texts.computeIfAbsent(text, unused -> texts.size()));
  }

  void texts(List<String> all) {
    number(all.size());
    all.forEach(this::text);
  }

  /** What the writing in between took, before it: who reads can step over it. */
  void block(Runnable writing) {
    int place = body.size();
    number(0);
    writing.run();
    body.set(place, body.size() - place - 1);
  }

  byte[] bytes() {
    List<byte[]> encoded =
        texts.keySet().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int size = encoded.stream().mapToInt(text -> text.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size + Integer.BYTES * (2 + encoded.size() + body.size()));
    out.putInt(encoded.size()).putInt(size);
    encoded.forEach(text -> out.putInt(text.length));
    encoded.forEach(out::put);
    body.forEach(out::putInt);
    return out.array();
  }
}
