package io.kwhy.fact.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.42.0.0/16, 10.42.7.0/24, true",
    "10.42.0.0/16, 10.43.0.0/24, false",
    "10.42.7.0/24, 10.42.0.0/16, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "fd00:42::/56, fd00:42:0:1::/64, true",
    "fd00:42::/56, fd00:43::/64, false",
    "::/0, 10.42.0.0/16, false"
  })
  void range_holds_what_lies_within(String range, String other, boolean holds) {
    AddressRange outer = AddressRange.parse(range).orElseThrow();
    assertThat(outer.contains(AddressRange.parse(other).orElseThrow())).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.42.0.0/33", "10.42.0/16", "10.42.0.256", "1::2::3", "fd00:42:/56", "x/8"})
  void anything_else_is_no_range(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, true",
    "172.15.255.255, true",
    "172.16.0.1, false",
    "172.32.0.1, true",
    "100.127.255.255, false",
    "100.128.0.1, true",
    "2001:db8::1, false",
    "w1, false"
  })
  void public_is_what_no_range_keeps_for_itself(String address, boolean isPublic) {
    assertThat(AddressRange.isPublic(address)).isEqualTo(isPublic);
  }

  @Test
  void other_family_is_not_outside() {
    assertThat(AddressRange.isOutside("10.42.0.0/16", "fd00:42::/64")).isFalse();
    assertThat(AddressRange.isOutside("10.42.0.0/16,fd00:42::/56", "fd00:43::/64")).isTrue();
  }

  @Test
  void what_is_no_range_is_not_outside() {
    assertThat(AddressRange.isOutside("10.42.0.0/16", "None")).isFalse();
    assertThat(AddressRange.isOutside("", "10.42.0.0/24")).isFalse();
  }

  @Test
  void tenth_address_is_the_cluster_dns() {
    assertThat(AddressRange.parse("10.43.0.0/16").orElseThrow().address(10)).hasValue("10.43.0.10");
    assertThat(AddressRange.parse("192.168.255.250/29").orElseThrow().address(10))
        .hasValue("192.169.0.2");
  }
}
