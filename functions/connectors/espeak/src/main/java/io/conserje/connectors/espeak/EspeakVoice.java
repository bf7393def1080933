package io.conserje.connectors.espeak;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechVoice;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The voice of this machine: plain, and always there where espeak-ng is installed. A process for
 * each clause, waited for on a virtual thread.
 */
public final class EspeakVoice implements SpeechVoice {

  public static final String NAME = "espeak-ng";

  /** A clause takes some 20 ms of a processor; more at once would only take longer. */
  private static final int AT_ONCE = 8;

  private final Supplier<String> program;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Map<String, Boolean> installed = new ConcurrentHashMap<>();

  /**
   * @param program its path, or its name where it stands on the search path; read at each use
   */
  public EspeakVoice(Supplier<String> program) {
    this.program = program;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Nobody installs it while this runs: looked for once. */
  @Override
  public boolean isThere() {
    return installed.computeIfAbsent(program.get(), EspeakVoice::isInstalled);
  }

  private static boolean isInstalled(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder).resolve(name))
        .anyMatch(Files::isExecutable);
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return true;
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    return new EspeakUtterance(new EspeakProgram(program.get(), places), wishes, listener);
  }
}
