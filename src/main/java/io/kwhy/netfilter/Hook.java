package io.kwhy.netfilter;

/** Points of a packet's way at which rules are asked. */
public enum Hook {
  INGRESS,
  PREROUTING,
  INPUT,
  FORWARD,
  OUTPUT,
  POSTROUTING,
  EGRESS
}
