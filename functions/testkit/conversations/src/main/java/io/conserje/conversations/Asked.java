package io.conserje.conversations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the house asks in its last words, whichever model found them: by the key under which a
 * scenario keeps the guest's answer.
 */
final class Asked {

  /** Asked for one of these, a guest says nothing else. */
  static final List<String> CHOICES = List.of("which", "offer", "confirm");

  /** A wish put as a request instead of a question. */
  private static final Pattern REQUEST =
      Pattern.compile(
          "\\b(?:digame|dime|diganos|dinos|indique(?:me|nos)?|indica(?:me)?|facilite(?:me|nos)?|faciliteme|necesito|necesitamos|necesitaria|me falta|falta|escriba(?:me)?|escribe(?:me)?|confirme(?:me|lo|la)?|conteste|responda|elija|quedo a la espera"
              + "|please (?:tell|give|let|send|confirm|choose|provide)|tell me|let me know|give me|i need|i'll need|i just need|we need|could you|can you|may i|i still need|reply)\\b");

  /** In the order in which one question takes the place of another. */
  private static final Map<String, Pattern> QUESTIONS = new LinkedHashMap<>();

  static {
    put(
        "which",
        "cual (?:de|prefiere cambiar|quiere cambiar|quiere cancelar|cancelo|cambio|es|seria la)\\b.*|\\bcual de\\b|que reserva|a que reserva|a cual|cual cancelo|cual cambio|cual (?:quiere|desea|quieres)|which (?:one|booking|reservation|stay|of (?:them|these|those|your))");
    put(
        "offer",
        "le va bien|te va bien|les va bien|le viene bien|os va bien|le iria bien|le parece bien|le sirve|le interesa|prefiere alguna|cual prefiere|que prefiere|prefiere otr|quiere que mire otr|otro dia u otra hora|otra hora|otro dia|otra fecha|lista de espera|puedo ofrecerle|podria ofrecerle|le ofrezco|would (?:that|one of|either|any|it|those|this) (?:of (?:those|these|them) )?(?:suit|work|do|be)|suit you|work for you|which would you prefer|would you prefer|shall i look at another|another (?:day|time|date)|wait(?:ing)? ?list|(?:can|could) offer|how about|instead");
    put(
        "confirm",
        "(?:esta|es|estaria) (?:todo )?(?:bien|correcto)|es correct[oa]|todo correcto|lo confirmo|la confirmo|se l[ao] (?:reservo|confirmo|cambio|cancelo|anulo)|l[ao] (?:reservo|confirmo|cambio|cancelo|anulo)|las cancelo|(?:quiere|desea|quieres) que (?:l[aeo]s? )?(?:reserve|confirme|cambie|cancele|anule|haga|apunte|pase|llame|avise|deje|prepare)|me l[ao] confirma|confirma(?:mos|s|r)?\\b|procedo|hago (?:la reserva|el cambio)|le paso|le apunto|te apunto|aviso a|is that (?:all )?(?:right|correct|ok)|is (?:everything|this|it) (?:all )?(?:right|correct|ok)|shall i|should i|would you like me to|do you want me to|can i go ahead|go ahead|confirm\\b|ok(?:ay)? (?:with|for) you|sound (?:right|good)|all right\\?|correct\\?");
    put(
        "name",
        "a nombre de quien|a que nombre|su nombre|tu nombre|que nombre|el nombre|nombre y|nombre para|con quien tengo|como se llama|quien (?:hace|habla)|(?:what|which|under what) name|your (?:full )?name|name (?:should|for|shall|and|please|is)|the name|may i have your name|who (?:is|am|should)");
    put(
        "phone",
        "telefono|movil|numero de contacto|que numero|phone|mobile|contact number|number (?:can|should|for us|to reach)|cell");
    put("email", "correo|e-?mail");
    put(
        "reference",
        "referencia|localizador|codigo de (?:la )?reserva|reference|booking (?:code|number)");
    put("nights", "cuantas noches|how many nights|how long (?:will|would|are|do)");
    put(
        "arrival",
        "(?:dia|fecha|cuando) (?:de )?(?:llega|entrada|entran|llegan|llegaria)|fecha de (?:llegada|entrada)|que dia llega|cuando llega|para que (?:dias|fechas|noches)|que fechas|que noche|arriv|check(?:ing)?[- ]?in (?:date|day|on)|which dates|what dates|when (?:will|would|do) you (?:arrive|come|check in)|dates");
    put(
        "departure",
        "(?:dia|fecha|cuando) (?:de )?(?:sale|salida|salen|se va|se marcha)|fecha de salida|hasta (?:cuando|que dia)|que dia (?:sale|se va|se marcha)|depart|check(?:ing)?[- ]?out (?:date|day)|until when|(?:when|what day|which day) (?:will|would|do|are) you (?:leave|leaving|check(?:ing)? out)");
    put(
        "room",
        "(?:que|cual) (?:tipo de )?habitacion|tipo de habitacion|que habitacion|habitacion prefiere|(?:what|which) (?:type of |kind of )?room|room type|room would you");
    put(
        "people",
        "cuant[ao]s (?:personas|comensales|adultos|huespedes|ninos|son|seran|serian|vienen|sois|sereis|vendran)|para cuant[ao]s|cuant[ao]s\\b(?!.*noches)|numero de (?:personas|comensales|huespedes)|how many (?:people|guests|of you|adults|will|are|children|persons)|party size|number of (?:people|guests)|how many\\b(?!.*nights)");
    put(
        "time",
        "a que hora|que hora|la hora|hora (?:le|les|prefiere|prefieren|exacta|aproximada)|what time|which time|time (?:would|do|should|suits)|at what time|what hour|preferred time");
    put(
        "date",
        "para que dia|que dia|que fecha|para cuando|el dia|la fecha|el sabado o el domingo|cuando (?:le|les|quiere|quieren|seria|vendr)|(?:which|what) (?:day|date)|when would|for when|saturday or sunday|the date|the day|day or the");
    put(
        "zone",
        "terraza|interior|zona|dentro o|sala|terrace|inside|indoors|seating|where would you like to sit");
    put(
        "notes",
        "alergi|intoleranci|petici|celebra|trona|algo (?:especial|que debamos)|observacion|nota|cuant[eo]me|mas detalles|ocasion|motivo|allerg|dietary|special (?:request|occasion)|high ?chair|anything we should|occasion|details");
  }

  private Asked() {}

  private static void put(String key, String words) {
    QUESTIONS.put(key, Pattern.compile("(?:" + words + ")"));
  }

  /** A question that begins like this is not answered by yes or no. */
  private static final Pattern OPEN =
      Pattern.compile(
          "^\\W*(?:y |and |entonces |pues |perfecto,? |vale,? |so |ok,? |great,? |then )?(?:a |de |para |en |con |desde |hasta |for |at |in |under |from |until )?(?:nombre de quien|quien|que|cual|cuales|cuando|cuant[ao]s?|como|donde|what|which|who|when|how|where|whose)\\b");

  private static final Pattern PREFERS = Pattern.compile("prefier|prefer|\\bcual|\\bwhich");

  /** The keys of all that is asked for; {@code else} for what has none; empty for nothing. */
  static List<String> of(String text) {
    List<String> keys = new ArrayList<>();
    boolean asks = false;
    for (String sentence : sentences(Plain.of(text))) {
      if (sentence.contains("?") || REQUEST.matcher(sentence).find()) {
        asks = true;
        keys(sentence).stream().filter(key -> !keys.contains(key)).forEach(keys::add);
      }
    }
    if (!asks) {
      return List.of();
    }
    return keys.isEmpty() ? List.of("else") : choose(keys);
  }

  /** Of a question, what stands after its opening mark. */
  private static List<String> sentences(String plain) {
    return Arrays.stream(plain.split("(?<=[?!])\\s*|(?<=\\.)\\s+|\\n+"))
        .map(s -> s.contains("?") && s.contains("¿") ? s.substring(s.lastIndexOf('¿') + 1) : s)
        .toList();
  }

  private static List<String> keys(String sentence) {
    boolean open = OPEN.matcher(sentence).find();
    return QUESTIONS.entrySet().stream()
        .filter(question -> !(open && question.getKey().equals("confirm")))
        .filter(question ->
            !(open && question.getKey().equals("offer")) || PREFERS.matcher(sentence).find())
        .filter(question -> question.getValue().matcher(sentence).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A yes or no, or a choice, comes first: what else is named then only explains it. */
  private static List<String> choose(List<String> keys) {
    List<String> first = new ArrayList<>(CHOICES.stream().filter(keys::contains).toList());
    keys.stream().filter(key -> !first.contains(key)).forEach(first::add);
    return first;
  }
}
