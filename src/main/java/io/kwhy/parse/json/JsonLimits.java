package io.kwhy.parse.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/**
 * How much of one thing is believed. The API server takes no object beyond 1.5 MiB, so what breaks
 * these limits was not written by it.
 */
public final class JsonLimits {
  /** Schemas of custom resources are the deepest there is, below 100. */
  static final int NESTING = 1000;

  /**
   * Characters of a string that is read; more than any object may have. Strings that nobody reads
   * are skipped at any length.
   */
  static final int STRING = 4 << 20;

  /** Characters of a field's name. Names are always read; map keys are 317 at most. */
  static final int NAME = 1 << 16;

  /** Digits of a number; a 64-bit one has 19. */
  static final int NUMBER = 1000;

  /** Characters that are kept of a text: a condition's message, the longest, has up to 32768. */
  public static final int TEXT = 1 << 15;

  /** Characters of an Event's message and of what a container says; those have up to 4096. */
  public static final int MESSAGE = 4096;

  /** Conditions, containers, addresses … that are kept of one object; real ones have dozens. */
  public static final int ELEMENTS = 10_000;

  private JsonLimits() {}

  /** Makes parsers that hold to them. */
  public static JsonFactory factory() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(NESTING)
            .maxStringLength(STRING)
            .maxNameLength(NAME)
            .maxNumberLength(NUMBER)
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        // Names are told apart by content; those of a hostile list need not stay in the JVM.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        // A raw tab in a message is wrong JSON, and no reason to lose the list.
        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
        .build();
  }
}
