package io.kwhy.diagnosis;

import io.kwhy.inference.Evidence;
import io.kwhy.inference.Explains;
import io.kwhy.inference.Finding;
import io.kwhy.inference.Harmless;
import io.kwhy.inference.Listed;
import io.kwhy.inference.Observed;
import io.kwhy.inference.Past;
import io.kwhy.inference.Reached;
import io.kwhy.inference.RuledOut;
import io.kwhy.inference.StoppedAt;
import io.kwhy.inference.Symptom;
import io.kwhy.inference.Unchecked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.runtime.KieSession;

/** What the rules concluded, each once, in no order. */
record Conclusions(
    List<Finding> findings,
    List<Symptom> symptoms,
    List<Evidence> evidence,
    List<Explains> explains,
    List<Observed> observed,
    List<Unchecked> unchecked,
    List<RuledOut> ruledOut,
    List<Harmless> harmless,
    List<Past> past,
    List<StoppedAt> stops,
    List<Reached> reached,
    Details details,
    List<Listed> listed) {

  static Conclusions none() {
    return of(List.of(), Details.none());
  }

  static Conclusions of(KieSession session, Details details) {
    return of(session.getObjects(), details);
  }

  private static Conclusions of(Collection<?> objects, Details details) {
    Map<Class<?>, List<Object>> byType = new HashMap<>();
    for (Object object : objects) {
      byType.computeIfAbsent(object.getClass(), type -> new ArrayList<>()).add(object);
    }
    return new Conclusions(
        all(byType, Finding.class),
        all(byType, Symptom.class),
        all(byType, Evidence.class),
        all(byType, Explains.class),
        all(byType, Observed.class),
        all(byType, Unchecked.class),
        all(byType, RuledOut.class),
        all(byType, Harmless.class),
        all(byType, Past.class),
        all(byType, StoppedAt.class),
        all(byType, Reached.class),
        details,
        all(byType, Listed.class));
  }

  @SuppressWarnings("unchecked") // what is kept under a type is of that type
  private static <T extends Record> List<T> all(Map<Class<?>, List<Object>> byType, Class<T> type) {
    return (List<T>) (List<?>) byType.getOrDefault(type, List.of());
  }
}
