package io.conserje.voiceload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One socket of an ElevenLabs whose first sound takes 120 ms; then come 100 ms each 20 ms, with the
 * times of the characters.
 */
final class ScriptedElevenLabs extends SimpleChannelInboundHandler<WebSocketFrame> {

  static final Duration THINKING = Duration.ofMillis(120);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 100 / SpokenSound.MILLIS_PER_CHARACTER;
  private static final long BETWEEN = Duration.ofMillis(20).toNanos();

  private SpokenSound sound;
  private long free;
  private boolean begun;

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame)
      throws IOException {
    if (frame instanceof TextWebSocketFrame text) {
      take(context, JSON.readTree(text.text()));
    } else if (frame instanceof CloseWebSocketFrame close) {
      context.writeAndFlush(close.retain()).addListener(sent -> context.close());
    }
  }

  private void take(ChannelHandlerContext context, JsonNode message) {
    String text = message.path("text").asText();
    if (!begun) {
      begun = true;
    } else if (text.isEmpty()) {
      at(context, free, "{\"audio\":null,\"isFinal\":true,\"alignment\":null}");
    } else {
      speak(context, text);
    }
  }

  private void speak(ChannelHandlerContext context, String text) {
    if (sound == null) {
      sound = new SpokenSound();
    }
    byte[] bytes = sound.say(text);
    free = Math.max(free, System.nanoTime() + THINKING.toNanos());
    for (int from = 0; from < text.length(); from += AT_ONCE) {
      int to = Math.min(text.length(), from + AT_ONCE);
      at(context, free, piece(text.substring(from, to), bytes, from, to));
      free += BETWEEN;
    }
  }

  private static String piece(String text, byte[] bytes, int from, int to) {
    int each = SpokenSound.BYTES_PER_CHARACTER;
    byte[] part = Arrays.copyOfRange(bytes, from * each, to * each);
    String chars =
        text.chars()
            .mapToObj(
                c -> c == '"' || c == '\\' ? "\"\\" + (char) c + "\"" : "\"" + (char) c + "\"")
            .collect(Collectors.joining(","));
    String starts = numbers(text.length(), SpokenSound.MILLIS_PER_CHARACTER, 0);
    String lengths = numbers(text.length(), 0, SpokenSound.MILLIS_PER_CHARACTER);
    return """
    {"audio":"%s","isFinal":null,"alignment":{"chars":[%s],"charStartTimesMs":[%s],\
    "charDurationsMs":[%s]}}\
    """
        .formatted(Base64.getEncoder().encodeToString(part), chars, starts, lengths);
  }

  private static String numbers(int count, int times, int plus) {
    return IntStream.range(0, count)
        .mapToObj(i -> Integer.toString(i * times + plus))
        .collect(Collectors.joining(","));
  }

  /** What comes after the socket was closed is nobody's. */
  private static void at(ChannelHandlerContext context, long nanos, String message) {
    context
        .executor()
        .schedule(
            () -> {
              context.writeAndFlush(new TextWebSocketFrame(message), context.voidPromise());
            },
            Math.max(0, nanos - System.nanoTime()),
            TimeUnit.NANOSECONDS);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    if (!(fault instanceof IOException)) {
      VoiceLoad.say("a vendor failed: %s", fault);
    }
    context.close();
  }
}
