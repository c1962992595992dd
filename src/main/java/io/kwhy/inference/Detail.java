package io.kwhy.inference;

/** Fills {@code {key}} in the text and the commands of the finding's card. */
public record Detail(Finding finding, String key, String value) {}
