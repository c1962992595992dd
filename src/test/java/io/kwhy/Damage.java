package io.kwhy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What can become of an entry of a bundle, by accident or on purpose; by the seed the same. */
enum Damage {
  EMPTY(false),
  CUT(false),
  GARBLED(false),
  NO_UTF8(false),
  ZEROS(false),
  ONE_LINE(false),
  SHUFFLED(false),
  MANY_TIMES(false),
  HUGE_NUMBERS(false),
  FORMATS(false),
  NO_ADDRESSES(false),
  ODD_ADDRESSES(false),
  LONG_PREFIXES(false),
  FAR_TIMES(false),
  NULL(true),
  NO_ITEMS(true),
  OTHER_TYPES(true),
  ALL_OTHER_TYPES(true),
  DEEP(true),
  MANY_NULLS(true),
  ENDLESS_KEY(true);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ADDRESS = "\\d+\\.\\d+\\.\\d+\\.\\d+";
  private static final int DEPTH = 50_000;
  private static final int MANY = 20_000;

  private final boolean ofJson;

  Damage(boolean ofJson) {
    this.ofJson = ofJson;
  }

  boolean fits(String path) {
    return !ofJson || path.endsWith(".json");
  }

  byte[] done(byte[] content, Random random) {
    String text = new String(content, UTF_8);
    return switch (this) {
      case EMPTY -> new byte[0];
      case CUT -> Arrays.copyOf(content, content.length / 2 + random.nextInt(3));
      case GARBLED -> garbled(content, random);
      case NO_UTF8 ->
          new String(content, ISO_8859_1).replace("\n", "\n\u00ff\u00fe").getBytes(ISO_8859_1);
      case ZEROS -> new byte[4_096];
      case ONE_LINE ->
          text.replace('\n', ' ').repeat(1 + 150_000 / (1 + text.length())).getBytes(UTF_8);
      case SHUFFLED -> shuffled(text, random).getBytes(UTF_8);
      case MANY_TIMES -> text.repeat(20).getBytes(UTF_8);
      case HUGE_NUMBERS -> text.replaceAll("\\d+", "99999999999999999999999").getBytes(UTF_8);
      case FORMATS -> text.replaceAll("[a-z]{4,}", "%s\\${x}{0}%n\u001b[31m").getBytes(UTF_8);
      // Somebody did it by hand, before the bundle was given away.
      case NO_ADDRESSES -> text.replaceAll(ADDRESS, "x.x.x.x").getBytes(UTF_8);
      case ODD_ADDRESSES -> text.replaceAll(ADDRESS, "fe80::1%eth0").getBytes(UTF_8);
      case LONG_PREFIXES ->
          text.replaceAll("(" + ADDRESS + "/|\"prefixlen\":\\s*)\\d+", "$1129").getBytes(UTF_8);
      case FAR_TIMES -> text.replaceAll("\\d{4}(-\\d\\d-\\d\\dT)", "+999999999$1").getBytes(UTF_8);
      case NULL -> "null".getBytes(UTF_8);
      case NO_ITEMS -> "{\"kind\":\"List\",\"items\":null}".getBytes(UTF_8);
      case OTHER_TYPES -> retyped(content, random, 15);
      case ALL_OTHER_TYPES -> retyped(content, random, 2);
      case DEEP -> ("{\"items\":[" + "[{\"metadata\":".repeat(DEPTH)).getBytes(UTF_8);
      case MANY_NULLS ->
          ("{\"items\":[" + "null,{},[],\"\",0,".repeat(MANY) + "null]}").getBytes(UTF_8);
      case ENDLESS_KEY -> ("{\"" + "k".repeat(500_000) + "\":1e999999999}").getBytes(UTF_8);
    };
  }

  private static byte[] garbled(byte[] content, Random random) {
    byte[] garbled = content.clone();
    for (int i = 0; i < garbled.length; i++) {
      if (random.nextInt(40) == 0) {
        garbled[i] = (byte) random.nextInt(256);
      }
    }
    return garbled;
  }

  private static String shuffled(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    Collections.shuffle(lines, random);
    return String.join("\n", lines);
  }

  /** About one in so many values becomes one of another type. */
  private static byte[] retyped(byte[] content, Random random, int oneIn) {
    try {
      return JSON.writeValueAsBytes(retyped(JSON.readTree(content), random, oneIn));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode retyped(JsonNode node, Random random, int oneIn) {
    if (random.nextInt(oneIn) == 0) {
      return other(random);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = NODES.objectNode();
      object
          .properties()
          .forEach(field -> copy.set(field.getKey(), retyped(field.getValue(), random, oneIn)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode();
      array.forEach(each -> copy.add(retyped(each, random, oneIn)));
      return copy;
    }
    return node;
  }

  private static JsonNode other(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode("");
      case 2 -> NODES.textNode("\u0000%s");
      case 3 -> NODES.numberNode(-1);
      case 4 -> NODES.numberNode(1e300);
      case 5 -> NODES.booleanNode(true);
      case 6 -> NODES.arrayNode().add(NODES.objectNode()).add(7);
      default -> NODES.objectNode().set("name", NODES.arrayNode());
    };
  }
}
