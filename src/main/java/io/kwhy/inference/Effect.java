package io.kwhy.inference;

/** What a finding can explain: a symptom, or another finding. */
public sealed interface Effect permits Symptom, Finding {
  String id();

  Subject subject();
}
