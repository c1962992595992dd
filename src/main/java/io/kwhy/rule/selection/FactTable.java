package io.kwhy.rule.selection;

import io.kwhy.rule.contents.Requirement.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts of one type, and what their fields hold, as text; a field is read when first asked for. */
final class FactTable {
  /**
   * @param held by fact
   * @param different each once
   */
  private record Column(List<String> held, Set<String> different) {}

  private final List<Object> facts;
  private final Map<String, Optional<Column>> columns = new HashMap<>();

  FactTable(List<Object> facts) {
    this.facts = facts;
  }

  /** Whether one of the facts has all of these; a field that cannot be told may hold anything. */
  boolean hasOne(List<Field> fields) {
    int told = 0;
    for (Field field : fields) {
      Column column = column(field.name());
      if (column != null) {
        told++;
        if (!field.fitsAny(column.different())) {
          return false;
        }
      }
    }
    return told < 2 || hasRow(fields);
  }

  private boolean hasRow(List<Field> fields) {
    for (int row = 0; row < facts.size(); row++) {
      if (fits(row, fields)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int row, List<Field> fields) {
    for (Field field : fields) {
      Column column = column(field.name());
      if (column != null && !field.fits(column.held().get(row))) {
        return false;
      }
    }
    return true;
  }

  private Column column(String field) {
    return columns.computeIfAbsent(field, this::read).orElse(null);
  }

  private Optional<Column> read(String field) {
    try {
      Method accessor = facts.get(0).getClass().getMethod(field);
      List<String> held = new ArrayList<>(facts.size());
      for (Object fact : facts) {
        held.add(String.valueOf(accessor.invoke(fact)));
      }
      return Optional.of(new Column(held, new HashSet<>(held)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
