package io.conserje.testkit.coldstart;

import io.conserje.testkit.lambda.FunctionFailed;
import io.conserje.testkit.lambda.FunctionStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One function in one packaging, ready to be started again and again. */
final class Contender {

  private static final int ATTEMPTS = 3;

  private final Subject subject;
  private final Packaging packaging;
  private final World world;
  private final Stopwatch stopwatch;
  private final Samples samples = new Samples();
  private Image plainImage;
  private Image securedImage;

  private Contender(Subject subject, Packaging packaging, World world, Stopwatch stopwatch) {
    this.subject = subject;
    this.packaging = packaging;
    this.world = world;
    this.stopwatch = stopwatch;
  }

  /** Trains images where the packaging has them, and counts classes. */
  static Contender prepare(
      Subject subject, Packaging packaging, World world, Stopwatch stopwatch, Path folder)
      throws IOException {
    Contender contender = new Contender(subject, packaging, world, stopwatch);
    Path own = Files.createDirectories(folder.resolve(packaging.label() + "-" + subject.name()));
    contender.samples.packageBytes(subject.packageBytes());
    if (packaging == Packaging.AOT) {
      contender.plainImage = contender.image(world.plain(), own.resolve("plain"), 1);
      contender.securedImage = contender.image(world.secured(), own.resolve("tls"), 2);
      contender.samples.packageBytes(contender.plainImage.bytes());
    }
    contender.samples.classes(
        stopwatch.classes(subject, packaging, contender.start(false), own.resolve("classes.log")));
    return contender;
  }

  /**
   * A start that fails is told, and tried again: on a busy machine a time-out inside the function
   * may strike.
   */
  void run(boolean tls) {
    for (int attempt = 1; ; attempt++) {
      try {
        stopwatch.measure(subject, packaging, start(tls), tls, samples);
        return;
      } catch (FunctionFailed failed) {
        if (attempt == ATTEMPTS) {
          throw failed;
        }
        System.err.println(
            "coldstart: " + subject.name() + " again, since: " + failed.getMessage());
      }
    }
  }

  Subject subject() {
    return subject;
  }

  Samples samples() {
    return samples;
  }

  private FunctionStart start(boolean tls) {
    FunctionStart start =
        stopwatch.start(subject, packaging, tls ? world.secured() : world.plain());
    Image image = tls ? securedImage : plainImage;
    return image == null ? start : image.start(start);
  }

  private Image image(Surroundings surroundings, Path folder, int run) throws IOException {
    return Image.train(
        stopwatch.start(subject, packaging, surroundings),
        subject.unpacked(),
        subject.scenario().training(run),
        Files.createDirectories(folder));
  }
}
