package io.kwhy.inference;

/** What a finding can explain: a symptom, or another finding. */
public sealed interface Effect permits Symptom, Finding {
  /** The id of the symptom, or of the cause. */
  String id();

  /** What it is about. */
  Subject subject();
}
