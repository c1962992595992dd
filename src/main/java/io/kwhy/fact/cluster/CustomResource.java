package io.kwhy.fact.cluster;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;
import java.time.Instant;
import java.util.List;

/**
 * A CustomResourceDefinition: a kind of object that the API has besides its own.
 *
 * @param names all that its objects go by: singular, plural, short ones, kind and kind of lists
 * @param established whether the API server serves it
 */
public record CustomResource(
    String name,
    String group,
    String kind,
    List<String> names,
    boolean established,
    Instant created,
    boolean deleting,
    Origin origin)
    implements Fact {
  public CustomResource {
    names = List.copyOf(names);
  }

  /** Whether it goes by a name that the message says is taken. */
  public boolean holds(String message) {
    return names.stream().anyMatch(each -> message.contains("\"" + each + "\" is already in use"));
  }

  @Override
  public String text() {
    return "CustomResourceDefinition " + name + (established ? "" : ", not established");
  }

  @Override
  public Instant since() {
    return created;
  }
}
