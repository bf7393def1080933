package io.conserje.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.names.LambdaFunction;
import io.conserje.names.VoiceHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/**
 * The stacks, made once for all tests with the flags of cdk.json and empty packages instead of the
 * built ones: what is in a package makes no difference to a template but its hash.
 */
final class Synthesised {

  static final String CERTIFICATE =
      "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";

  private static Synthesised once;
  private static Synthesised voiced;

  final App app;
  final ConserjeApp.Stacks stacks;
  final Template state;
  final Template functions;

  /** Null where nobody gave a certificate. */
  final Template voice;

  private Synthesised(Map<String, ?> context) {
    Path folder = temporaryFolder();
    app = app(context, folder.resolve("cdk.out"));
    stacks = ConserjeApp.addStacks(app, new Packages(packages(folder)));
    state = Template.fromStack(stacks.state());
    functions = Template.fromStack(stacks.functions());
    voice = stacks.voice().map(Template::fromStack).orElse(null);
  }

  static synchronized Synthesised stacks() {
    if (once == null) {
      once = new Synthesised(Map.of());
    }
    return once;
  }

  /** The same of an operator who has the sound of calls carried, too. */
  static synchronized Synthesised withVoice() {
    if (voiced == null) {
      voiced = choosing(Map.of());
    }
    return voiced;
  }

  /** With the sound of calls, and more that an operator has chosen. */
  static Synthesised choosing(Map<String, String> more) {
    Map<String, String> context = new LinkedHashMap<>(more);
    context.put("publicVoiceUrl", "https://voice.example.com");
    context.put("voiceCertificate", CERTIFICATE);
    return new Synthesised(context);
  }

  /** An app with the context of cdk.json, as {@code cdk synth -c name=value} would start it. */
  static App app(Map<String, ?> more, Path output) {
    Map<String, Object> context = new LinkedHashMap<>(contextOfCdkJson());
    context.putAll(more);
    return new App(
        AppProps.builder()
            .context(context)
            .outdir(output.toString())
            .analyticsReporting(false)
            .build());
  }

  /** A folder like {@code functions/} with a package for every module. */
  static Path packages(Path folder) {
    for (LambdaFunction function : LambdaFunction.all()) {
      Path target = folder.resolve(function.module()).resolve("target");
      try {
        Files.createDirectories(target);
        zip(target.resolve(function.module() + ".zip"), function.module());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    image(folder.resolve(VoiceHost.NAME).resolve("target").resolve("image"));
    return folder;
  }

  private static void image(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("Dockerfile"), "FROM scratch");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void zip(Path file, String entry) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
    }
  }

  private static Map<String, Object> contextOfCdkJson() {
    try {
      var cdkJson = new ObjectMapper().readTree(Path.of("cdk.json").toFile());
      return new ObjectMapper().convertValue(cdkJson.get("context"), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("conserje-infra");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
