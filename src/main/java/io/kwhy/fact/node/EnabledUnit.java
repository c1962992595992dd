package io.kwhy.fact.node;

import io.kwhy.fact.Fact;
import io.kwhy.fact.Origin;

/**
 * Whether systemd starts a unit by itself.
 *
 * @param unitName e.g. {@code nm-cloud-setup.timer}
 * @param state enabled, disabled, masked, static …
 */
public record EnabledUnit(String node, String unitName, String state, Origin origin)
    implements Fact {
  @Override
  public String text() {
    return unitName + " is " + state;
  }
}
