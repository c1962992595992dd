package io.kwhy.fact;

/**
 * Something that could not be read, or only in part. Travels as data, so that a report can say it.
 *
 * @param origin where reading failed
 * @param problem what was expected and what was found, in one line
 */
public record Gap(Origin origin, String problem) implements Fact, Comparable<Gap> {
  @Override
  public String text() {
    return problem;
  }

  @Override
  public int compareTo(Gap other) {
    int byOrigin = origin.compareTo(other.origin);
    return byOrigin != 0 ? byOrigin : problem.compareTo(other.problem);
  }
}
