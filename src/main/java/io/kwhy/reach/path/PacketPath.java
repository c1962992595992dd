package io.kwhy.reach.path;

import java.util.List;

/**
 * Where a packet goes from one end to the other.
 *
 * @param from as asked, with the address
 * @param to as asked, with the address and the port
 */
public record PacketPath(String from, String to, List<Course> courses) {
  public PacketPath {
    courses = List.copyOf(courses);
  }

  /** What all courses come to; UNDETERMINED where they differ. */
  public Fate fate() {
    Fate first = courses.get(0).fate();
    return courses.stream().allMatch(course -> course.fate() == first) ? first : Fate.UNDETERMINED;
  }

  /** Whether every course comes where it should. */
  public boolean well() {
    return courses.stream().allMatch(course -> course.fate().well());
  }
}
