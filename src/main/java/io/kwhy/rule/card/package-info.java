/**
 * What to say about a cause, a harmless look-alike or a symptom, and the reader of the {@code .md}
 * that it stands in.
 */
package io.kwhy.rule.card;
