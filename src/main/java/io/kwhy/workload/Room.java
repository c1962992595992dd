package io.kwhy.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What Nodes have left of a resource, so that who lacks it is found without asking each. */
final class Room {
  private record Place(String node, long left, long amount) {}

  private final List<Place> places = new ArrayList<>();
  private final List<Long> largest = new ArrayList<>();

  void add(String node, long left, long amount) {
    places.add(new Place(node, left, amount));
  }

  /** To be called when all Nodes are added. */
  Room sorted() {
    places.sort(Comparator.comparingLong(Place::left));
    long most = 0;
    for (Place place : places) {
      most = Math.max(most, place.amount);
      largest.add(most);
    }
    return this;
  }

  int size() {
    return places.size();
  }

  /** How many Nodes have less left. */
  int below(long wanted) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).left < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Who has most left of those with the least; of several, the one that was added first. */
  String freest(int least) {
    return places.get(below(places.get(least - 1).left)).node;
  }

  /** What the largest has in all of those with the least left. */
  long largest(int least) {
    return largest.get(least - 1);
  }
}
