package io.conserje.connectors.azurerecognition;

import com.microsoft.cognitiveservices.speech.SpeechConfig;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's ear at Azure. The library's calls go into native code and some of them wait, so all of
 * them are made on one virtual thread, in their order; nothing is asked of a recogniser that was
 * let go.
 */
final class AzureSession implements SpeechRecognizer.Session {

  private static final Logger LOG = LoggerFactory.getLogger(AzureSession.class);

  /** What waits for the connection: all that a recogniser before it had not settled, and more. */
  private static final Duration KEPT = Duration.ofSeconds(6);

  private static final byte[] END = new byte[0];

  private final Supplier<SpeechConfig> config;
  private final Wishes wishes;
  private final SpeechRecognizer.Listener listener;
  private final Runnable absent;
  private final BlockingQueue<byte[]> sound = new LinkedBlockingQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final int most;

  /** Bytes in the queue; the oldest goes first. */
  private int waiting;

  /**
   * @param absent is run where the library cannot be loaded
   */
  AzureSession(
      Supplier<SpeechConfig> config,
      Wishes wishes,
      SpeechRecognizer.Listener listener,
      Runnable absent) {
    this.config = config;
    this.wishes = wishes;
    this.listener = listener;
    this.absent = absent;
    this.most = wishes.format().bytes(KEPT);
  }

  void begin() {
    Thread.ofVirtual().name("azure-ear").start(this::work);
  }

  @Override
  public void push(byte[] bytes) {
    if (bytes.length == 0 || over.get()) {
      return;
    }
    synchronized (sound) {
      waiting += bytes.length;
      sound.add(bytes);
      while (waiting > most && sound.size() > 1) {
        waiting -= sound.poll().length;
      }
    }
  }

  /** Azure decides by itself when words are for good. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    over.set(true);
    sound.add(END);
  }

  private void work() {
    try (SpeechConfig settings = config.get();
        AzureEar ear = new AzureEar(settings, wishes, this::told)) {
      for (byte[] bytes = sound.take(); bytes != END && !over.get(); bytes = sound.take()) {
        synchronized (sound) {
          waiting -= bytes.length;
        }
        ear.hear(bytes);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (LinkageError missing) {
      LOG.error("Azure's library cannot be loaded here; Azure is not asked any more.", missing);
      absent.run();
      told(new Heard.Lost(SpeechFailure.lasting("its library cannot be loaded")));
    } catch (RuntimeException fault) {
      LOG.warn("Azure cannot listen.", fault);
      told(new Heard.Lost(SpeechFailure.passing(fault.getClass().getSimpleName())));
    }
  }

  private void told(Heard heard) {
    boolean last = heard instanceof Heard.Lost;
    if (last ? over.compareAndSet(false, true) : !over.get()) {
      listener.heard(heard);
    }
    if (last) {
      sound.add(END);
    }
  }
}
