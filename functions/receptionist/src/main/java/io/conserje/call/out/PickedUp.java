package io.conserje.call.out;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the first words at the other end of a call of ours are: not everything that talks asks. */
enum PickedUp {
  /** "¿Diga?" and its like: nothing but that somebody is there. */
  HELLO,
  /** Somebody wishes to know who calls. */
  WHO,
  /** A telephone that asks for name and reason before it rings. */
  SCREENING,
  /** A machine that takes messages. */
  MACHINE,
  /** Something to answer. */
  TALK;

  private static final Pattern ASKS_FOR_REASON =
      Pattern.compile(
          "(?:tu|su|el) nombre y (?:el |la )?(?:motivo|razon)|motivo de (?:tu|su|la) llamada"
              + "|(?:grabe|grabes|grabas|diga|indique|deje) (?:tu|su) nombre"
              + "|filtr(?:o|ado|a) (?:de |las )?llamadas"
              + "|(?:record|say|state|leave) your name|reason for (?:your |the )?call"
              + "|why (?:you are|you re|youre) calling|screening (?:service|this call|calls)"
              + "|see if (?:this|the) person is available");

  private static final Pattern TAKES_MESSAGES =
      Pattern.compile(
          "(?:deje|dejen|deja) (?:su|un|tu) mensaje|despues de (?:oir )?(?:la senal|el tono|el pitido)"
              + "|buzon de voz|contestador|no (?:esta|se encuentra) disponible en este momento"
              + "|(?:telefono|movil) (?:al que llama )?(?:esta )?apagado"
              + "|leave (?:a|your|us a) message|(?:after|at) the (?:tone|beep)|voice ?mail"
              + "|(?:is|are) not available (?:right now|at the moment|to take)"
              + "|can ?t (?:take|answer) your call");

  private static final Pattern ASKS_WHO =
      Pattern.compile(
          "(?:y )?(?:quien (?:es|llama|habla)(?: usted)?|de parte de quien|con quien hablo|de donde (?:llama|me llama))"
              + "|who (?:is|s) (?:this|it|calling|that)(?: please)?|whos (?:this|it|calling|that)|who are you");

  private static final Set<String> HELLOS =
      Set.of(
          "si",
          "diga",
          "digame",
          "hola",
          "buenas",
          "buenos",
          "dias",
          "tardes",
          "noches",
          "alo",
          "bueno",
          "mande",
          "oiga",
          "aqui",
          "hello",
          "hi",
          "yes",
          "good",
          "morning",
          "afternoon",
          "evening",
          "yeah",
          "speaking");

  static PickedUp of(String words) {
    String plain =
        Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    if (ASKS_FOR_REASON.matcher(plain).find()) {
      return SCREENING;
    }
    if (TAKES_MESSAGES.matcher(plain).find()) {
      return MACHINE;
    }
    String asked = plain.replaceFirst("^(?:(?:si|hola|diga|hello|hi|yes) )+", "");
    if (ASKS_WHO.matcher(asked).matches()) {
      return WHO;
    }
    return HELLOS.containsAll(List.of(plain.split(" "))) ? HELLO : TALK;
  }
}
