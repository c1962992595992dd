package io.kwhy.netfilter;

/**
 * Where a packet comes in and goes out.
 *
 * @param portIn port of the bridge that it came in by
 * @param bridged whether the bridge only passes the frame on, without routing
 */
public record Devices(Device in, Device out, Device portIn, Device portOut, boolean bridged) {
  static final Devices NONE =
      new Devices(Device.NONE, Device.NONE, Device.UNKNOWN, Device.UNKNOWN, false);

  /** As the chains of a bridge see it: not the bridge, but its ports, which are not known. */
  Devices asFrame() {
    return new Devices(Device.UNKNOWN, Device.UNKNOWN, portIn, portOut, bridged);
  }

  Devices in(Device device) {
    return new Devices(device, out, portIn, portOut, bridged);
  }

  Devices out(Device device) {
    return new Devices(in, device, portIn, portOut, bridged);
  }
}
