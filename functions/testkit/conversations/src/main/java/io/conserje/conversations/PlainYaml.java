package io.conserje.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as plainly as it is meant: true, false and whole numbers; everything else as it was
 * written, so that {@code 20:30} is a time and {@code yes} a word.
 */
final class PlainYaml {

  private PlainYaml() {}

  /** Every document of a file. */
  static List<Object> all(String text) {
    LoaderOptions options = new LoaderOptions();
    DumperOptions dumper = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options), new Representer(dumper), dumper, options, new Plainly());
    List<Object> documents = new ArrayList<>();
    yaml.loadAll(text).forEach(documents::add);
    return documents;
  }

  private static final class Plainly extends Resolver {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern TRUTH = Pattern.compile("true|false");

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, TRUTH, "tf");
      addImplicitResolver(Tag.INT, NUMBER, "-0123456789");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
