package io.kwhy.cli;

/** Forms of answers that are not a report. */
enum Form {
  text,
  json
}
