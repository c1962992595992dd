package io.kwhy.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

  @Test
  void those_with_less_are_counted_and_the_first_of_the_freest_among_them_is_named() {
    Room room = new Room();
    room.add("a", 300, 4000);
    room.add("b", 100, 8000);
    room.add("c", 300, 2000);
    room.add("d", 900, 9000);
    room.sorted();

    assertThat(room.size()).isEqualTo(4);
    assertThat(room.below(100)).isZero();
    assertThat(room.below(500)).isEqualTo(3);
    assertThat(room.freest(3)).isEqualTo("a");
    assertThat(room.largest(3)).isEqualTo(8000);
    assertThat(room.below(1000)).isEqualTo(4);
  }
}
