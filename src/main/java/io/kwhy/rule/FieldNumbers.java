package io.kwhy.rule;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.model.DomainClassMetadata;

/**
 * Numbers by which the engine tells the fields of a type apart, of all types together. Compiled
 * rules ask for it, see {@link MetadataClass}.
 */
public final class FieldNumbers implements DomainClassMetadata {
  /** One for all rules. */
  public static final DomainClassMetadata ALL = new FieldNumbers();

  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  private FieldNumbers() {}

  /** Of no type in particular. */
  @Override
  public Class<?> getDomainClass() {
    return Object.class;
  }

  @Override
  public int getPropertiesSize() {
    return next.get();
  }

  @Override
  public int getPropertyIndex(String name) {
    return numbers.computeIfAbsent(name, unused -> next.getAndIncrement());
  }
}
