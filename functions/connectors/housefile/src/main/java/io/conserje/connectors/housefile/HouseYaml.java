package io.conserje.connectors.housefile;

import io.conserje.venue.house.HouseReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes a house's document as a file that a person can read and hand in again. */
public final class HouseYaml {

  private static final int LINE = 100;

  /** Words that no reader takes for a number, a time or a truth value. */
  private static final Pattern WORDS = Pattern.compile("\\p{L}[^:#\"'\\[\\]{},\\p{Cntrl}]*");

  private static final Pattern OTHERWISE_READ =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  private HouseYaml() {}

  public static String write(Map<String, Object> document) {
    StringWriter text = new StringWriter();
    new Yaml(options()).serialize(map(HouseReader.inOrder(document), 0), text);
    return text.toString().replaceAll("(?m)^(?=\\w+:$)", "\n");
  }

  private static DumperOptions options() {
    DumperOptions options = new DumperOptions();
    options.setIndent(2);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    return options;
  }

  private static Node node(Object value, int depth) {
    return switch (value) {
      case Map<?, ?> map -> map(map, depth);
      case List<?> list -> list(list, depth);
      case String text -> text(text);
      case Boolean yes -> scalar(Tag.BOOL, yes);
      case Number number -> scalar(Tag.INT, number);
      case null -> scalar(Tag.NULL, "null");
      default -> throw new IllegalArgumentException(value.getClass().getName());
    };
  }

  private static Node map(Map<?, ?> map, int depth) {
    List<NodeTuple> entries = new ArrayList<>();
    map.forEach((key, value) ->
        entries.add(new NodeTuple(text(String.valueOf(key)), node(value, depth + 1))));
    return new MappingNode(Tag.MAP, entries, style(map, depth));
  }

  private static Node list(List<?> list, int depth) {
    List<Node> items = list.stream().map(item -> node(item, depth + 1)).toList();
    return new SequenceNode(Tag.SEQ, items, style(list, depth));
  }

  /** What is short and holds no further lists stands on one line. */
  private static FlowStyle style(Object value, int depth) {
    boolean leaf =
        switch (value) {
          case Map<?, ?> map -> depth > 1 && map.values().stream().allMatch(HouseYaml::small);
          case List<?> list -> list.stream().allMatch(HouseYaml::single);
          default -> false;
        };
    return leaf && value.toString().length() + 2 * depth < LINE ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private static boolean small(Object value) {
    return value instanceof List<?> list
        ? list.stream().allMatch(HouseYaml::single)
        : single(value);
  }

  private static boolean single(Object value) {
    return !(value instanceof Map) && !(value instanceof List);
  }

  private static Node text(String text) {
    boolean plain = WORDS.matcher(text).matches() && !OTHERWISE_READ.matcher(text).matches();
    return new ScalarNode(
        Tag.STR, text, null, null, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private static Node scalar(Tag tag, Object value) {
    return new ScalarNode(tag, value.toString(), null, null, ScalarStyle.PLAIN);
  }
}
