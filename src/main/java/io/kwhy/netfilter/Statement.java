package io.kwhy.netfilter;

/** A part of a rule: a condition or something to do. */
public sealed interface Statement permits Match, Action {}
