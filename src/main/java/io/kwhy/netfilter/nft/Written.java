package io.kwhy.netfilter.nft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expressions of {@code nft -j} as {@code nft} prints them. What is not known becomes a word that
 * is not known. See <a
 * href="https://manpages.debian.org/libnftables-json.5">libnftables-json(5)</a>.
 */
final class Written {
  private static final Set<String> OPERATORS = Set.of("&", "|", "^");

  private Written() {}

  /** A rule's statements on one line. */
  static String rule(Object rule) {
    String handle = Json.text(rule, "handle");
    return Json.list(rule, "expr").stream().map(Written::statement).collect(Collectors.joining(" "))
        + (handle.isEmpty() ? "" : " # handle " + handle);
  }

  private static String statement(Object statement) {
    if (!(statement instanceof Map<?, ?> map) || map.size() != 1) {
      return String.valueOf(statement);
    }
    String name = map.keySet().iterator().next().toString();
    Object value = map.get(name);
    return switch (name) {
      case "match" -> match(value);
      case "accept", "drop", "return", "continue", "notrack" -> name;
      case "jump", "goto" -> name + " " + Json.text(value, "target");
      case "counter" -> "counter";
      case "log" -> "log";
      case "limit" -> "limit rate " + Json.text(value, "rate") + "/" + Json.text(value, "per");
      case "reject" -> reject(value);
      case "mangle" ->
          expression(Json.member(value, "key")) + " set " + expression(Json.member(value, "value"));
      case "vmap" ->
          expression(Json.member(value, "key")) + " vmap " + expression(Json.member(value, "data"));
      case "masquerade", "redirect", "snat", "dnat" -> nat(name, value);
      case "xt" -> xt(Json.text(value, "type"), Json.text(value, "name"));
      case "set" -> "update " + Json.text(value, "set") + " { x }";
      case "flow" -> "flow add x";
      default -> "unknown-" + name;
    };
  }

  /** What iptables-nft put in; a comment holds for each packet. */
  private static String xt(String type, String name) {
    return name.equals("comment") ? "" : "xt " + type + " " + name;
  }

  private static String match(Object match) {
    String operator = Json.text(match, "op");
    String between = operator.equals("in") ? " " : " " + operator + " ";
    Object left = Json.member(match, "left");
    String right = expression(Json.member(match, "right"));
    boolean route = left instanceof Map<?, ?> map && map.containsKey("fib");
    return expression(left) + between + (route ? found(right) : right);
  }

  /** Whether a route was found is a boolean here, and a word in the text. */
  private static String found(String right) {
    return switch (right) {
      case "true" -> "exists";
      case "false" -> "missing";
      default -> right;
    };
  }

  private static String reject(Object value) {
    String type = Json.text(value, "type");
    String with = Json.text(value, "expr");
    if (type.isEmpty()) {
      return "reject";
    }
    return type.equals("tcp reset") ? "reject with tcp reset" : "reject with " + type + " " + with;
  }

  private static String nat(String name, Object value) {
    Object address = Json.member(value, "addr");
    String port = expression(Json.member(value, "port"));
    String to = address.equals("") ? "" : expression(address);
    String bracketed = to.contains(":") && !port.isEmpty() ? "[" + to + "]" : to;
    String whole = bracketed + (port.isEmpty() ? "" : ":" + port);
    String flags =
        Json.list(value, "flags").stream().map(String::valueOf).collect(Collectors.joining(","));
    return (name + (whole.isEmpty() ? "" : " to " + whole) + " " + flags).strip();
  }

  /** An element of a set, or of a map with its verdict. */
  static String element(Object element) {
    return element instanceof List<?> pair && pair.size() == 2
        ? expression(pair.get(0)) + " : " + statement(pair.get(1))
        : expression(element);
  }

  private static String expression(Object expression) {
    if (expression instanceof List<?> list) {
      return list.stream().map(Written::expression).collect(Collectors.joining(","));
    }
    if (!(expression instanceof Map<?, ?> map) || map.size() != 1) {
      return expression instanceof Map<?, ?> ? "unknown-expression" : expression.toString();
    }
    String name = map.keySet().iterator().next().toString();
    return OPERATORS.contains(name)
        ? Json.list(expression, name).stream()
            .map(Written::operand)
            .collect(Collectors.joining(" " + name + " "))
        : expression(name, map.get(name));
  }

  /** Several flags of a mask are a list. */
  private static String operand(Object operand) {
    String separated = expression(operand);
    return operand instanceof List<?> ? "(" + separated.replace(",", " | ") + ")" : separated;
  }

  private static String expression(String name, Object value) {
    return switch (name) {
      case "payload" -> payload(value);
      case "meta" -> "meta " + Json.text(value, "key");
      case "ct" -> ("ct " + Json.text(value, "dir")).strip() + " " + Json.text(value, "key");
      case "fib" -> "fib " + joined(value, "flags", " . ") + " " + Json.text(value, "result");
      case "numgen" -> "numgen " + Json.text(value, "mode") + " mod " + Json.text(value, "mod");
      case "jhash", "symhash" -> name + " mod " + Json.text(value, "mod");
      case "concat" -> joined(Map.of("concat", value), "concat", " . ");
      case "prefix" -> expression(Json.member(value, "addr")) + "/" + Json.text(value, "len");
      case "range" -> joined(Map.of("range", value), "range", "-");
      case "elem" -> expression(Json.member(value, "val"));
      case "map" ->
          expression(Json.member(value, "key")) + " map " + expression(Json.member(value, "data"));
      case "set" -> set(Json.list(Map.of("set", value), "set"));
      default -> "unknown-" + name;
    };
  }

  private static String payload(Object value) {
    String protocol = Json.text(value, "protocol");
    return protocol.isEmpty() ? "unknown-payload" : protocol + " " + Json.text(value, "field");
  }

  private static String set(List<?> elements) {
    return elements.stream().map(Written::element).collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String joined(Object value, String name, String between) {
    return Json.list(value, name).stream()
        .map(Written::expression)
        .collect(Collectors.joining(between));
  }
}
