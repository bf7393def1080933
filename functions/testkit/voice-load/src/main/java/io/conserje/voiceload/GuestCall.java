package io.conserje.voiceload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.voiceload.Announcer.Announced;
import io.conserje.voiceload.SpokenSound.Piece;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One call as Twilio carries it, with its guest. Everything happens on the generator's loop. */
final class GuestCall extends SimpleChannelInboundHandler<TextWebSocketFrame> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LENGTH = Duration.ofSeconds(90).toNanos();
  private static final byte[] SILENCE = silence();

  /** Of a frame: what it is, two bytes of length, four of mask. */
  private static final int HEAD = 8;

  private static final int WHOLE_TEXT = 0x81;
  private static final int MASKED_AND_LONG = 0x80 | 126;

  private final Announced announced;
  private final Callers callers;
  private final String stream;
  private final Playout playout = new Playout();
  private ChannelHandlerContext context;
  private GuestScript script;
  private long begun;
  private boolean speaks;
  private int sent;
  private boolean otherVoice;
  private boolean over;

  GuestCall(Announced announced, Callers callers) {
    this.announced = announced;
    this.callers = callers;
    this.stream = announced.callSid().replace("CA", "MZ");
  }

  private static byte[] silence() {
    byte[] frame = new byte[GuestSentence.FRAME];
    Arrays.fill(frame, GuestSentence.SILENCE);
    return Base64.getEncoder().encode(frame);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      this.context = context;
      begin();
    }
  }

  private void begin() {
    begun = System.nanoTime();
    script = new GuestScript(playout, announced.number(), begun);
    send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    send(
        """
        {"event":"start","sequenceNumber":"1","start":{"accountSid":"%s","streamSid":"%s","callSid":"%s",\
        "tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},\
        "customParameters":{}},"streamSid":"%s"}\
        """
            .formatted(World.TWILIO_ACCOUNT, stream, announced.callSid(), stream));
    speaks = true;
    callers.beat().add(this);
  }

  /**
   * Sends the sound of the last 20 ms.
   *
   * @param due when they are over
   */
  void frame(long due) {
    Findings findings = callers.findings();
    findings.generator.add(Math.max(0, System.nanoTime() - due));
    findings.frames++;
    byte[] payload = script.next(due, findings);
    sent++;
    sendSound(payload == null ? SILENCE : payload);
    if (due - begun > LENGTH && script.isDone(due)) {
      hangUp();
    }
  }

  /** The guest hangs up. */
  void hangUp() {
    if (!over && context != null) {
      over = true;
      callers.beat().remove(this);
      send("{\"event\":\"stop\",\"streamSid\":\"" + stream + "\",\"stop\":{}}");
      long now = System.nanoTime();
      callers.ended(this, announced, otherVoice ? List.of() : playout.played(now));
      context.executor().schedule(() -> context.close(), 1, TimeUnit.SECONDS);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame)
      throws IOException {
    long now = System.nanoTime();
    JsonNode message = JSON.readTree(ByteBufUtil.getBytes(frame.content()));
    switch (over ? "" : message.path("event").asText()) {
      case "media" -> play(message.path("media").path("payload").binaryValue(), now);
      case "mark" -> mark(message.path("mark").path("name").asText(), now);
      case "clear" -> {
        script.cleared(now, callers.findings());
        playout.clear(now).forEach(this::tell);
      }
      default -> {}
    }
  }

  private void play(byte[] sound, long now) {
    try {
      List<Piece> pieces = SpokenSound.find(sound);
      if (pieces.isEmpty()) {
        callers.findings().ofOthers++;
        otherVoice = true;
      }
      for (Piece piece : pieces) {
        playout.play(piece, now, callers.findings());
        script.hears(piece, now, callers.findings());
      }
    } catch (IllegalArgumentException hole) {
      callers.findings().holes++;
    }
  }

  private void mark(String name, long now) {
    Playout.Mark mark = playout.mark(name, now);
    context
        .executor()
        .schedule(
            () -> {
              if (playout.isDue(mark)) {
                tell(mark);
              }
            },
            mark.at() - now,
            TimeUnit.NANOSECONDS);
  }

  private void tell(Playout.Mark mark) {
    send(
        "{\"event\":\"mark\",\"sequenceNumber\":\""
            + (sent + 1)
            + "\",\"streamSid\":\""
            + stream
            + "\",\"mark\":{\"name\":\""
            + mark.name()
            + "\"}}");
  }

  /**
   * Made by hand, and masked with nothing: at some thousand of them each second the codec would
   * take more of the core than all else here.
   */
  private void sendSound(byte[] payload) {
    ByteBuf frame = context.alloc().directBuffer(512);
    frame.writeZero(HEAD);
    text(frame, "{\"event\":\"media\",\"sequenceNumber\":\"");
    text(frame, Integer.toString(sent + 1));
    text(frame, "\",\"media\":{\"track\":\"inbound\",\"chunk\":\"");
    text(frame, Integer.toString(sent));
    text(frame, "\",\"timestamp\":\"");
    text(frame, Integer.toString(sent * 20));
    text(frame, "\",\"payload\":\"");
    frame.writeBytes(payload);
    text(frame, "\"},\"streamSid\":\"");
    text(frame, stream);
    text(frame, "\"}");
    frame.setByte(0, WHOLE_TEXT).setByte(1, MASKED_AND_LONG);
    frame.setShort(2, frame.writerIndex() - HEAD);
    context.writeAndFlush(frame, context.voidPromise());
  }

  private static void text(ByteBuf frame, String text) {
    frame.writeCharSequence(text, StandardCharsets.US_ASCII);
  }

  private void send(String message) {
    context.writeAndFlush(new TextWebSocketFrame(message), context.voidPromise());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!over) {
      over = true;
      if (!speaks) {
        callers.refused(announced);
      } else {
        callers.beat().remove(this);
        callers.lost(this, announced);
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    VoiceLoad.say("a call failed: %s", fault);
    context.close();
  }
}
