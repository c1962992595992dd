package io.kwhy.parse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kwhy.bundle.Source;
import io.kwhy.fact.Fact;
import io.kwhy.fact.cluster.Lease;
import io.kwhy.fact.cluster.Node;
import io.kwhy.fact.cluster.NodeCondition;
import io.kwhy.fact.cluster.Pod;
import io.kwhy.fact.cluster.SecretMetadata;
import io.kwhy.parse.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Input that is cut, wrong or made to hurt. */
final class HostileJsonTest {
  private static final String A = "{'metadata':{'name':'a'}}";

  private static Told told(Source source, String json) {
    return Told.of(source, json.replace('\'', '"'));
  }

  @Test
  void a_cut_list_keeps_the_objects_before_the_cut() {
    Told told =
        told(Source.PODS, "{'items':[" + A + ",\n{'metadata':{'name':'b'},\n'status':{'pha");

    assertThat(told.all(Pod.class)).extracting(Pod::name).containsExactly("a");
    assertThat(told.gaps)
        .containsExactly("3: ends in the middle of items[1] of a list of Pod objects");
  }

  @Test
  void what_is_no_json_is_a_gap_without_its_words() {
    Told told = told(Source.SECRETS, "{'items':[" + A + ",\n{'data':{'password': hunter2}}]}");

    assertThat(told.all(SecretMetadata.class)).hasSize(1);
    assertThat(told.gaps)
        .containsExactly("2: is not JSON from here on, in items[1] of a list of Secret objects");
  }

  @Test
  void a_wrong_type_costs_its_field_alone() {
    Told told =
        told(
            Source.NODES,
            "{'items':[\n{'metadata':{'name':'a'},'spec':{'podCIDR':'10.42.0.0/24'},\n"
                + "'status':{'conditions':{'type':'Ready'},'nodeInfo':[1,{}]}}]}");

    assertThat(told.all(Node.class)).extracting(Node::podCidr).containsExactly("10.42.0.0/24");
    assertThat(told.gaps)
        .containsExactly(
            "3: items[0].status.conditions is an object, expected a list",
            "3: items[0].status.nodeInfo is a list, expected an object");
  }

  @Test
  void a_wrong_type_in_a_list_costs_its_element_alone() {
    Told told =
        told(
            Source.NODES,
            "{'metadata':{'name':'a'},'status':{'conditions':[5,{'type':'Ready','status':true,'reason':'R'}]}}");

    assertThat(told.all(NodeCondition.class))
        .extracting(NodeCondition::type, NodeCondition::status, NodeCondition::reason)
        .containsExactly(tuple("Ready", "", "R"));
    assertThat(told.gaps)
        .containsExactly(
            "1: status.conditions[0] is a number, expected an object",
            "1: status.conditions[1].status is true or false, expected a text");
  }

  @Test
  void a_bad_time_is_a_gap_and_unknown() {
    Told told = told(Source.LEASES, "{'metadata':{'name':'a'},\n'spec':{'renewTime':'yesterday'}}");

    assertThat(told.all(Lease.class)).extracting(Lease::renewed).containsExactly(Fact.UNKNOWN_TIME);
    assertThat(told.gaps)
        .containsExactly(
            "2: spec.renewTime is \"yesterday\", expected a time such as 2026-01-31T23:59:59Z");
  }

  @Test
  void a_number_that_does_not_fit_is_a_gap() {
    Told told =
        told(Source.LEASES, "{'metadata':{'name':'a'},'spec':{'leaseDurationSeconds':4000000000}}");

    assertThat(told.all(Lease.class)).extracting(Lease::durationSeconds).containsExactly(0);
    assertThat(told.gaps)
        .containsExactly("1: spec.leaseDurationSeconds is a number beyond 32 bits");
  }

  @Test
  void null_everywhere_reads_as_none() {
    Told told =
        told(
            Source.PODS,
            "{'kind':null,'metadata':{'name':'a','namespace':null,'labels':null,'ownerReferences':null,"
                + "'creationTimestamp':null},'spec':null,'status':{'phase':null,'conditions':[null],"
                + "'containerStatuses':null}}");

    assertThat(told.gaps).isEmpty();
    assertThat(told.all(Pod.class)).extracting(Pod::phase).containsExactly("");
  }

  @Test
  void of_a_field_that_is_there_twice_the_last_counts() {
    Told told =
        told(
            Source.NODES,
            "{'metadata':{'name':'a'},'status':{'conditions':[{'type':'Ready','status':'False'}],"
                + "'conditions':[{'type':'Ready','status':'True'}]}}");

    assertThat(told.all(NodeCondition.class))
        .extracting(NodeCondition::status)
        .containsExactly("True");
  }

  @Test
  void a_byte_that_is_no_utf8_costs_its_character_alone() {
    byte[] json =
        "[{'metadata':{'name':'a'}},\n{'metadata':{'name':'bX'}},{'metadata':{'name':'é'}}]"
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < json.length; i++) {
      json[i] = json[i] == 'X' ? (byte) 0xfc : json[i];
    }

    Told told = Told.of(Source.PODS, json);

    assertThat(told.all(Pod.class)).extracting(Pod::name).containsExactly("a", "b?", "é");
    assertThat(told.gaps).containsExactly("2: is not all UTF-8: 1 bytes were read as '?'");
  }

  @Test
  void control_characters_in_a_name_are_kept() {
    Told told =
        told(Source.PODS, "[{'metadata':{'name':'a\\u001b[31m'}},{'metadata':{'name':'\t'}}]");

    assertThat(told.gaps).isEmpty();
    assertThat(told.all(Pod.class)).extracting(Pod::name).containsExactly("a\u001b[31m", "\t");
  }

  @Test
  void a_bomb_of_nesting_ends_reading_there() {
    Told told = told(Source.PODS, "[" + A + ",{'apex':" + "[".repeat(100_000));

    assertThat(told.all(Pod.class)).hasSize(1);
    assertThat(told.gaps).hasSize(1);
    assertThat(told.gaps.get(0))
        .startsWith("1: was read up to here, in [1] of a list of Pod objects:");
  }

  @Test
  void a_huge_text_that_nobody_reads_is_passed_over() {
    Told told =
        Told.of(
            Source.SECRETS,
            1L << 30,
            () ->
                Told.repeated(
                    "{\"items\":[{\"data\":{\"blob\":\"",
                    "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZn",
                    7_000_000,
                    "\"},\"metadata\":{\"name\":\"huge\"}}]}"));

    assertThat(told.gaps).isEmpty();
    assertThat(told.all(SecretMetadata.class))
        .extracting(SecretMetadata::name)
        .containsExactly("huge");
  }

  @Test
  void a_huge_text_that_is_read_ends_reading_there() {
    Told told =
        Told.of(
            Source.PODS,
            1L << 30,
            () ->
                Told.repeated(
                    "[{\"metadata\":{\"name\":\"a\"}},{\"status\":{\"message\":\"",
                    "all work and no play ",
                    1_000_000,
                    "\"}}]"));

    assertThat(told.all(Pod.class)).hasSize(1);
    assertThat(told.gaps).hasSize(1);
  }

  @Test
  void a_long_message_is_cut() {
    Told told =
        told(
            Source.PODS,
            "{'metadata':{'name':'a'},'status':{'message':'" + "m".repeat(40_000) + "'}}");

    assertThat(told.all(Pod.class).get(0).message()).hasSize(JsonLimits.MESSAGE);
    assertThat(told.gaps).containsExactly("1: status.message has 40000 characters, 4096 were kept");
  }

  @Test
  void a_million_conditions_of_one_node_are_not_kept() {
    Told told =
        Told.of(
            Source.NODES,
            1L << 30,
            () ->
                Told.repeated(
                    "{\"metadata\":{\"name\":\"a\"},\"status\":{\"conditions\":[{}",
                    ",{\"type\":\"Ready\"}",
                    1_000_000,
                    "]}}"));

    assertThat(told.all(NodeCondition.class)).hasSize(JsonLimits.ELEMENTS);
    assertThat(told.gaps)
        .containsExactly(
            "1: status.conditions[9999] is the last of its list that was read; no real one is as"
                + " long");
  }

  @Test
  void a_number_of_a_million_digits_ends_reading_there() {
    Told told = told(Source.PODS, "[" + A + ",{'spec':" + "9".repeat(5_000_000) + "}]");

    assertThat(told.all(Pod.class)).hasSize(1);
    assertThat(told.gaps).hasSize(1);
  }

  @Test
  void fields_that_nobody_has_heard_of_cost_nothing() {
    StringBuilder json = new StringBuilder("{\"metadata\":{\"name\":\"a\",\"labels\":{\"x\":\"\"");
    for (int i = 0; i < 300_000; i++) {
      json.append(",\"label-").append(Integer.toHexString(i * 0x9e3779b9)).append("\":\"\"");
    }

    Told told = Told.of(Source.PODS, json.append("}}}").toString());

    assertThat(told.gaps).isEmpty();
    assertThat(told.all(Pod.class)).hasSize(1);
  }
}
