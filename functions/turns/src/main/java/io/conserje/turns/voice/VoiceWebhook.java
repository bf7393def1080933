package io.conserje.turns.voice;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.Problem;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.twilio.Twiml;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Twilio asks what to do with a call: each question is one request, and the answer is TwiML. */
@Controller
final class VoiceWebhook {

  private static final Logger LOG = LoggerFactory.getLogger(VoiceWebhook.class);

  private final BeanProvider<VoiceTalk> talk;
  private final BeanProvider<OutgoingAnswer> outgoing;
  private final BeanProvider<TransferTalk> transfer;

  /**
   * @param talk made at the first real question: it wants the database
   * @param outgoing and {@code transfer}: likewise
   */
  VoiceWebhook(
      BeanProvider<VoiceTalk> talk,
      BeanProvider<OutgoingAnswer> outgoing,
      BeanProvider<TransferTalk> transfer) {
    this.talk = talk;
    this.outgoing = outgoing;
    this.transfer = transfer;
  }

  @Post(
      uri = "/voice/twilio",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_XML)
  HttpResponse<?> call(
      HttpRequest<?> request, @RequestAttribute(VoiceFilter.FIELDS) FormFields form) {
    String ours = FormFields.parse(RawRequest.of(request).query()).text("call");
    return answer(
        form,
        asked -> ours.isEmpty() ? talk.get().answer(asked) : outgoing.get().answer(asked, ours));
  }

  /** What comes after the sound has ended, or never began, or a person did not pick up. */
  @Post(
      uri = "/voice/twilio/resume",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_XML)
  HttpResponse<?> resume(
      HttpRequest<?> request, @RequestAttribute(VoiceFilter.FIELDS) FormFields form) {
    FormFields query = FormFields.parse(RawRequest.of(request).query());
    String attempt = query.text(CallTwiml.ATTEMPT);
    return answer(
        form,
        asked ->
            switch (query.text("after")) {
              case "dial" -> talk.get().afterDial(asked, query.text("n"));
              case "brief" -> transfer.get().brief(query);
              case "key" -> transfer.get().key(asked, query);
              default -> talk.get().resume(asked, attempt);
            });
  }

  @Post(
      uri = "/voice/twilio/message",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_XML)
  HttpResponse<?> message(@RequestAttribute(VoiceFilter.FIELDS) FormFields form) {
    return answer(form, asked -> talk.get().message(asked));
  }

  private static HttpResponse<?> answer(FormFields form, Function<FormFields, Twiml> question) {
    if (!form.has("CallSid")) {
      return Problem.of(HttpStatus.BAD_REQUEST, "CallSid is missing.");
    }
    try (var _ = MDC.putCloseable("channel", "voice");
        var _ = MDC.putCloseable("call", form.text("CallSid"))) {
      String twiml = question.apply(form).xml();
      LOG.info("A call was told what to do.");
      return HttpResponse.ok(twiml).contentType(MediaType.TEXT_XML_TYPE);
    }
  }
}
