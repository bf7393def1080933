package io.conserje.voiceload;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * One socket of a Deepgram that takes every frame, shows words each 200 ms and settles them 100 ms
 * after it has seen 200 ms of silence, or was asked to. It hears nothing but knows sounds again:
 * the sandbox's, which hears, needs a processor of its own for some dozens of calls.
 */
final class ScriptedDeepgram extends SimpleChannelInboundHandler<WebSocketFrame> {

  static final Duration SETTLING = Duration.ofMillis(100);

  private static final int BETWEEN_INTERIMS = 10;
  private static final int SILENCE = 10;
  private static final int BEFORE_UTTERANCE_END = 50;

  private long frames;
  private long settledTo;
  private GuestSentence sentence;
  private String words = "";
  private int spoken;
  private int silent;
  private String settledWords = "";

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    switch (frame) {
      case BinaryWebSocketFrame sound -> hear(context, ByteBufUtil.getBytes(sound.content()));
      case TextWebSocketFrame text -> command(context, text.text());
      case CloseWebSocketFrame close -> context.writeAndFlush(close.retain());
      default -> {}
    }
  }

  private void command(ChannelHandlerContext context, String text) {
    if (text.contains("Finalize")) {
      settle(context, false);
    } else if (text.contains("CloseStream")) {
      context.writeAndFlush(new CloseWebSocketFrame(1000, "")).addListener(sent -> context.close());
    }
  }

  private void hear(ChannelHandlerContext context, byte[] sound) {
    for (int at = 0; at < sound.length; at += GuestSentence.FRAME) {
      byte[] frame =
          sound.length == GuestSentence.FRAME
              ? sound
              : Arrays.copyOfRange(sound, at, at + GuestSentence.FRAME);
      frame(context, frame);
    }
  }

  private void frame(ChannelHandlerContext context, byte[] frame) {
    frames++;
    if (GuestSentence.isLoud(frame)) {
      voice(context, frame);
    } else {
      silence(context);
    }
  }

  private void voice(ChannelHandlerContext context, byte[] frame) {
    if (sentence == null) {
      sentence = GuestSentence.by(frame);
      if (sentence == null) {
        return;
      }
      words = sentence.words();
      spoken = 0;
      settledWords = "";
      tell(
          context,
          "{\"type\":\"SpeechStarted\",\"channel\":[0,1],\"timestamp\":" + seconds(frames) + "}");
    }
    spoken += 1 + silent;
    silent = 0;
    if (spoken % BETWEEN_INTERIMS == 0 && !open().isEmpty()) {
      tell(context, results(open(), false, false));
    }
  }

  private void silence(ChannelHandlerContext context) {
    if (sentence == null) {
      return;
    }
    silent++;
    if (silent == SILENCE) {
      settle(context, true);
    } else if (silent == BEFORE_UTTERANCE_END) {
      sentence = null;
      silent = 0;
      tell(
          context,
          "{\"type\":\"UtteranceEnd\",\"channel\":[0,1],\"last_word_end\":"
              + seconds(settledTo)
              + "}");
    }
  }

  /** Words not told for good. */
  private String open() {
    String all = sentence == null ? "" : sentence.heardAfter(spoken, words);
    return all.substring(Math.min(all.length(), settledWords.length())).strip();
  }

  private void settle(ChannelHandlerContext context, boolean endpoint) {
    String open = open();
    settledWords = sentence == null ? "" : sentence.heardAfter(spoken, words);
    String message = results(open, true, endpoint);
    settledTo = frames;
    context
        .executor()
        .schedule(() -> tell(context, message), SETTLING.toNanos(), TimeUnit.NANOSECONDS);
  }

  private String results(String words, boolean settled, boolean endpoint) {
    return """
    {"type":"Results","channel_index":[0,1],"start":%s,"duration":%s,"is_final":%s,\
    "speech_final":%s,"channel":{"alternatives":[{"transcript":"%s","confidence":0.97,"words":[]}]}}\
    """
        .formatted(seconds(settledTo), seconds(frames - settledTo), settled, endpoint, words);
  }

  private static String seconds(long frames) {
    return frames / 50 + "." + frames % 50 * 2 / 10 + frames % 50 * 2 % 10;
  }

  private static void tell(ChannelHandlerContext context, String message) {
    context.writeAndFlush(new TextWebSocketFrame(message), context.voidPromise());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    if (!(fault instanceof IOException)) {
      VoiceLoad.say("a vendor failed: %s", fault);
    }
    context.close();
  }
}
