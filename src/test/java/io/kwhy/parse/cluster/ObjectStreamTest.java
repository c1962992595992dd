package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kwhy.bundle.Source;
import io.kwhy.fact.cluster.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelopes that objects come in. */
final class ObjectStreamTest {
  private static Told namespaces(String json) {
    return Told.of(Source.NAMESPACES, json.replace('\'', '"'));
  }

  private static List<String> names(Told told) {
    return told.all(Namespace.class).stream().map(Namespace::name).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'List','items':[{'metadata':{'name':'a'}},{'metadata':{'name':'b'}}]}",
        "{'items':[{'metadata':{'name':'a'}},{'metadata':{'name':'b'}}],'metadata':{},'kind':'List'}",
        "{'kind':'NamespaceList','items':[{'metadata':{'name':'a'}},{'metadata':{'name':'b'}}]}",
        "[{'metadata':{'name':'a'}},{'metadata':{'name':'b'}}]",
        "{'metadata':{'name':'a'},'kind':'Namespace'}\n{'kind':'Namespace','metadata':{'name':'b'}}\n",
        "{'items':[{'metadata':{'name':'a'}}]}{'items':[{'metadata':{'name':'b'}}]}",
        "[{'items':[{'metadata':{'name':'a'}}]},{'items':[{'metadata':{'name':'b'}}]}]",
      })
  void objects_are_found_in_every_envelope(String json) {
    Told told = namespaces(json);

    assertThat(told.gaps).isEmpty();
    assertThat(names(told)).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items':[]}",
        "{'kind':'NamespaceList','items':null}",
        "{'items':[],'kind':'List'}",
        "[]"
      })
  void a_list_of_none_is_no_gap(String json) {
    Told told = namespaces(json);

    assertThat(told.gaps).isEmpty();
    assertThat(told.facts).isEmpty();
  }

  @Test
  void a_list_that_is_null_is_a_gap() {
    Told told = namespaces("{'kind':'List',\n'items':null}");

    assertThat(told.gaps).containsExactly("2: items is null, expected a list");
    assertThat(told.facts).isEmpty();
  }

  @Test
  void an_empty_entry_is_a_gap() {
    assertThat(namespaces(" \n").gaps)
        .containsExactly("0: is empty, expected a list of Namespace objects");
  }

  @Test
  void an_object_of_another_kind_is_left_out_with_a_gap() {
    Told told =
        namespaces(
            "{'items':[\n{'metadata':{'name':'a'}},\n{'metadata':{'name':'p'},'kind':'Pod'}]}");

    assertThat(names(told)).containsExactly("a");
    assertThat(told.gaps).containsExactly("3: items[1] is of kind \"Pod\", expected Namespace");
  }

  @Test
  void a_list_of_another_kind_is_a_gap() {
    Told told = namespaces("{'kind':'PodList',\n'items':[{'metadata':{'name':'p'}}]}");

    assertThat(told.facts).isEmpty();
    assertThat(told.gaps)
        .containsExactly("2: items are of a \"PodList\", expected a NamespaceList");
  }

  @Test
  void a_refusal_of_the_api_server_is_a_gap() {
    assertThat(namespaces("{'kind':'Status','message':'forbidden'}").gaps)
        .containsExactly("1: the document is of kind \"Status\", expected Namespace");
  }

  @Test
  void an_object_without_a_name_is_left_out_with_a_gap() {
    Told told = namespaces("[{'metadata':{}},\n{'kind':'Namespace'},{'metadata':{'name':'c'}}]");

    assertThat(names(told)).containsExactly("c");
    assertThat(told.gaps)
        .containsExactly(
            "1: [0] has no metadata.name, expected one in each Namespace",
            "2: [1] has no metadata.name, expected one in each Namespace");
  }

  @Test
  void items_that_are_no_objects_are_gaps_beside_those_that_are() {
    Told told = namespaces("{'items':[7,\nnull,['x'],'y',{'metadata':{'name':'c'}}]}");

    assertThat(names(told)).containsExactly("c");
    assertThat(told.gaps)
        .containsExactly(
            "1: items[0] is a number, expected an object",
            "2: items[1] is null, expected a Namespace",
            "2: items[2] is a list, expected an object",
            "2: items[3] is a text, expected an object");
  }

  @Test
  void what_powershell_writes_is_read() {
    byte[] utf16 = "\ufeff{\"metadata\":{\"name\":\"büro\"}}".getBytes(StandardCharsets.UTF_16LE);

    assertThat(names(Told.of(Source.NAMESPACES, utf16))).containsExactly("büro");
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    assertThat(names(namespaces("\ufeff{'metadata':{'name':'a'}}"))).containsExactly("a");
  }
}
