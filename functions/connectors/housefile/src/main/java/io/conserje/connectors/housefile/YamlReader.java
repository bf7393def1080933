package io.conserje.connectors.housefile;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML as plainly as a house file is meant: true and false, whole numbers, and everything
 * else as it was written. So {@code 20:30} is a time and not 1,230 seconds, and {@code no} is
 * Norwegian.
 */
final class YamlReader {

  private static final int DEEPEST = 20;
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

  private final Map<String, Integer> lines = new HashMap<>();
  private final List<LineProblem> problems = new ArrayList<>();

  private YamlReader() {}

  static HouseText read(byte[] utf8, UnaryOperator<String> prepared) {
    if (utf8.length > HouseText.LARGEST_BYTES) {
      throw new UnreadableHouse(1, "The file is larger than 256 KB.");
    }
    String text = prepared.apply(text(utf8));
    try {
      return new YamlReader().read(text);
    } catch (MarkedYAMLException e) {
      throw new UnreadableHouse(line(e), said(e.getProblem()));
    } catch (ReaderException e) {
      throw new UnreadableHouse(
          lineAt(text, e.getPosition()), "There is a character that no text may contain.");
    } catch (YAMLException e) {
      throw new UnreadableHouse(1, said(e.getMessage()));
    }
  }

  private static String text(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableHouse(1, "The file has to be UTF-8.");
    }
  }

  private HouseText read(String text) {
    Yaml yaml = new Yaml(options());
    for (Event event : yaml.parse(new StringReader(text))) {
      if (event instanceof AliasEvent) {
        problems.add(problem(event.getStartMark(), "", "An alias is not understood here."));
      }
    }
    throwProblems();
    Node root = yaml.compose(new StringReader(text));
    if (!(root instanceof MappingNode house)) {
      throw new UnreadableHouse(1, "The file has to be a list of names and values.");
    }
    Map<String, Object> document = map(house, "");
    throwProblems();
    return new HouseText(document, lines);
  }

  private void throwProblems() {
    if (!problems.isEmpty()) {
      throw new UnreadableHouse(problems);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(HouseText.LARGEST_BYTES);
    options.setNestingDepthLimit(DEEPEST);
    return options;
  }

  private Object value(Node node, String path) {
    return switch (node) {
      case MappingNode mapping -> map(mapping, path);
      case SequenceNode sequence -> list(sequence, path);
      case ScalarNode scalar -> scalar(scalar, path);
      default -> throw new IllegalStateException(node.getNodeId().toString());
    };
  }

  private Map<String, Object> map(MappingNode mapping, String path) {
    tagged(mapping, Set.of(Tag.MAP), path);
    Map<String, Object> map = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) {
        problems.add(
            problem(entry.getKeyNode().getStartMark(), path, "has a name that is no text"));
        continue;
      }
      String place = path + "/" + name.getValue();
      Integer before = lines.putIfAbsent(place, line(name.getStartMark()));
      if (before != null) {
        problems.add(problem(name.getStartMark(), place, "stands on line " + before + " already"));
      } else {
        map.put(name.getValue(), value(entry.getValueNode(), place));
      }
    }
    return map;
  }

  private List<Object> list(SequenceNode sequence, String path) {
    tagged(sequence, Set.of(Tag.SEQ), path);
    List<Object> list = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String place = path + "/" + list.size();
      lines.put(place, line(item.getStartMark()));
      list.add(value(item, place));
    }
    return list;
  }

  private Object scalar(ScalarNode scalar, String path) {
    tagged(scalar, PLAIN, path);
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.NULL)) {
      return null;
    }
    if (scalar.getTag().equals(Tag.BOOL) && text.matches("(?i)true|false")) {
      return Boolean.valueOf(text);
    }
    return scalar.getTag().equals(Tag.INT) && text.matches("0|-?[1-9]\\d{0,8}")
        ? (Object) Integer.valueOf(text)
        : text;
  }

  private void tagged(Node node, Set<Tag> usual, String path) {
    if (!usual.contains(node.getTag())) {
      problems.add(problem(node.getStartMark(), path, "has a tag, which is not understood here"));
    }
  }

  private static LineProblem problem(Mark mark, String path, String reason) {
    return new LineProblem(line(mark), path.replaceFirst("^/", ""), reason);
  }

  private static int line(MarkedYAMLException fault) {
    Mark mark = fault.getProblemMark() == null ? fault.getContextMark() : fault.getProblemMark();
    return mark == null ? 1 : line(mark);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static int lineAt(String text, int codePoint) {
    return 1 + (int) text.codePoints().limit(codePoint).filter(c -> c == '\n').count();
  }

  /** One line, whatever the parser says. */
  private static String said(String message) {
    String text = message == null ? "This is not YAML" : message.strip().replaceAll("\\s+", " ");
    return "This cannot be read as YAML: " + text + ".";
  }
}
