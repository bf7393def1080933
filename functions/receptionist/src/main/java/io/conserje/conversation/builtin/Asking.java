package io.conserje.conversation.builtin;

import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How guests put a question: with its mark, without it, and inside another sentence. */
final class Asking {

  private static final FilteredPattern QUESTION_MARK = FilteredPattern.compile("[?¿]");

  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[?!\\n;])|(?=[¿¡])(?<!\\b[Ss]i (?:llev|tra|vam|voy|ven|vien)\\p{L}{0,8} [^?!.]{1,30})|(?<=\\.)(?=\\s)|(?<=,)(?=\\s)(?!\\sque\\s)"
              + "|(?=\\s(?:y|e|and|pero|but)\\s(?:hay|ten[eé]is|tienen|admit[ií]s|admiten|acept[aá]is|aceptan|hac[eé]is|hacen|se puede|puedo|podemos"
              + "|cu[aá]nto|d[oó]nde|a qu[eé] hora|do you|is there|are there|can i|can we|could we|how much|what time|where)\\b)");

  /** How questions begin that are written without their mark, or spoken. */
  private static final FilteredPattern OPENING =
      FilteredPattern.compile(
          "(?iuU)^(?:(?:y|e|pues|oye|oiga|hola|buenas|perdona|perdone|vale|ok|okay|and|also|hi|hello|hey|genial|perfecto|cool"
              + "|great|last one|una cosa|otra cosa|por cierto|btw|pero|but)[\\s,.!]+)*"
              + "(?:hay|ten[eé]is|tienen|tienes|ten[eé]s|tiene|cu[aá]l|cu[aá]les|cu[aá]nto|cu[aá]nta|cu[aá]ntos|d[oó]nde|cu[aá]ndo|qui[eé]n|(?:qué|que(?! (?:sean?|seamos|est[eé]n?|no|s[ií]|el|una?|en|con|por|ya|yo|mis?|tengo|tenemos|vamos|voy|somos|seremos|es que|quede|quepa|haya|venga|alguien|luego|a (?:las?|eso|m[ií]|nosotros|\\d))\\b))(?! tal\\s*[,.!]| (?:pena|l[aá]stima|bien|bueno|rabia|faena|susto|ilusi[oó]n|maravilla|alegr[ií]a|suerte|verg[uü]enza|cabeza|despiste|l[ií]o|mal|guay|gusto|rico|tont[oa]|putada|fastidio|desastre|caos)\\b)|(?:cómo|como(?! (?:el|la|los|las|un|una|ya|siempre|dec\\p{L}+)\\b))"
              + "|se puede|se pueden|puedo|podemos|admit[ií]s|admiten|acept[aá]is|aceptan|hac[eé]is|hacen|dej[aá]is|dejan|serv[ií]s|sirven"
              + "|est[aá](?! a (?:mi )?nombre)(?! (?:todo |muy |s[uú]per |bien )*(?:bien|correct[oa]|perfect[oa]|ok|okay|genial|estupendo|fenomenal|as[ií]|claro|conforme|en orden)\\b)|est[aá]n|es(?! (?-i:\\p{Lu}))(?! (?:con|una?|correct[oa]|as[ií]|todo|eso|perfecto|verdad)\\b)(?! (?:la|el) \\p{L}{0,3}\\d)|son|a qu[eé]|en qu[eé]|hasta qu[eé]|desde qu[eé]|hasta cu[aá]ndo|desde cu[aá]ndo|a partir de (?:cu[aá]ndo|qu[eé])|cobr[aá]is|cobran|do you|do i|do we|do the|does|is|are|can i|can we"
              + "|can you|could|what|where|when|how|which|who|any|may i|may we)\\b");

  /** After a story there has to be a word that only asks. */
  private static final FilteredPattern LATER_ON =
      FilteredPattern.compile(
          "(?iuU)[,;.:]\\s*(?:y |e |and |so )?(?:hay|ten[eé]is|tienen|cu[aá]l|cu[aá]nto|cu[aá]nta|d[oó]nde|(?:cómo|como(?! (?:el|la|los|las|un|una|ya|siempre|dec\\p{L}+)\\b))|se puede|se pueden"
              + "|a qu[eé] hora|hasta qu[eé]|desde qu[eé]|do you|is there|are there|where|when|when'?s|what|what'?s|how much|can we|can i)\\b");

  /** "I'd like to know …" */
  private static final FilteredPattern ANNOUNCED =
      FilteredPattern.compile(
          "(?iuU)\\b(?:saber|pregunto|preguntaba|no s[eé]|no sabemos|not sure|preguntar(?:te|le|os|les)?|consultar(?:te|le|os|les)?|(?:me|nos) (?:dices|dice|dec[ií]s|dicen|puedes decir|puede decir)"
              + "|(?:dime|d[ií]game|decidme|d[ií]ganme)|sabes|sab[eé]is|sabe|like to know|want(?:ed)? to (?:know|ask)|tell me|wonder(?:ing)?|do you know)\\b");

  private static final FilteredPattern WHETHER =
      FilteredPattern.compile(
          "(?iuU)(,?\\s+(?:y|e|o|and|or)|,)?\\s+(?:si|if|whether)\\s+(?!(?:no|puede ser|pudiera ser|es posible|fuera posible|acaso|hace falta|possible|not|that)\\b)");

  /** {@code just wondering, what happens if we cancel?} is outright. */
  private static final FilteredPattern PUT_ALREADY =
      FilteredPattern.compile(
          "(?iuU)[,:]\\s*(?:what|how|which|where|when|qu[eé]|c[oó]mo|cu[aá]nto|cu[aá]l|d[oó]nde)\\b");

  /** "¿Lo ves posible?": of what was said before, which is a wish. */
  private static final FilteredPattern OF_POSSIBILITY =
      FilteredPattern.compile(
          "^\\W*(?:y )?(?:(?:lo|la) (?:ve[si]?|veis|ven) (?:posible|bien|factible)|(?:seria|es|sera|resulta) (?:posible|viable|factible)"
              + "|(?:hay|habra|habria|ten(?:eis|es|drian|driais)|tienen?|queda\\w*|os queda|les queda|do you have|have you(?: got)?|would you have|is there|are there)(?: alg[uo]n[oa]?s?| any| a| still)*(?: algo| habitacion(?:es)?| cuartos?| disponibilidad| rooms?| availability| anything| something)(?: libres?| disponibles?| free| available| left)?"
              + "|puede ser|podria ser|se puede|se podria|(?:os|le|te|les) (?:va|viene|iria|vendria) bien|hay (?:sitio|hueco|mesa|algo)"
              + "|(?:is|would|will) (?:that|it|this) (?:be )?(?:possible|ok|okay|alright|doable|work)|(?:is|s)? ?possible|any chance|what'?s (?:free|available)"
              + "|does that work|can you (?:do|manage) (?:that|it)|que (?:me dices|le parece|os parece|te parece))\\W*$");

  /** A question of few words about what was said just before. */
  private static final FilteredPattern TAG =
      FilteredPattern.compile(
          "^\\W*(?:y |and )?(?:(?:hay|habra|habria|tendriamos|tendremos) (?:algun )?problema|(?:es|seria|supone) (?:un |algun )?problema|tiene[n]? (?:algun )?(?:suplemento|coste|recargo)|(?:os|les|le|te) (?:importa|molesta|supone problema)|pasa algo|cobr\\w+(?: algo| suplemento| por ello)?"
              + "|(?:is|s|would|will) (?:that|it|this|she|he) (?:be )?(?:a problem|an issue|extra|allowed|ok|okay|alright|all right|fine|possible)|(?:do|would) you mind|any (?:extra|charge|problem)\\w*|puede ser|se puede|is it)\\W*$");

  /** {@code …, ¿hay problema?}, {@code …, is that ok?}. */
  static boolean ofWhatWasSaid(String sentence) {
    return TAG.matcher(Tokens.plain(sentence.strip())).find() || CareAsked.in(sentence);
  }

  /** In the middle of what is said without a sign. */
  private static final FilteredPattern WITHIN =
      FilteredPattern.compile(
          "\\b(?:habra|habria|hay|teneis|tienen|tenes|se puede|puedo|podemos|estara|is there|will there be|do you|can we|can i|will (?:anyone|someone|somebody|anybody))\\b");

  static boolean within(String sentence) {
    return WITHIN.matcher(Tokens.plain(sentence)).find();
  }

  static boolean ofPossibility(String sentence) {
    return OF_POSSIBILITY.matcher(Tokens.plain(sentence.strip())).find();
  }

  /** {@code when's check in, can we drop bags before, and are dogs welcome?}: each by itself. */
  static String apart(List<String> questions) {
    StringBuilder all = new StringBuilder();
    for (String question : questions) {
      boolean thing =
          !HouseQuestions.meant(question).isEmpty()
              || !HouseQuestions.things(Question.of(question)).isEmpty();
      String one =
          thing && sounds(question) ? question.strip().replaceAll(",$", "?") : question.strip();
      one = one.replaceAll("(?<=[\\p{L}\\d]),? ¿", ", ");
      all.append(all.isEmpty() ? "" : " ").append(one);
    }
    return all.toString();
  }

  /** The message, with what of it asks several things by itself. */
  static String each(String said) {
    List<String> sentences = sentences(said);
    List<String> asking = sentences.stream().filter(Asking::sounds).toList();
    String pointed = asking.size() == 1 ? HouseQuestions.pointed(sentences) : "";
    if (!pointed.isEmpty()) {
      return pointed;
    }
    List<String> pets = sentences.stream().filter(s -> !sounds(s) && Needs.pet(s)).toList();
    if (asking.size() == 1 && !pets.isEmpty() && aThing(asking.getFirst())) {
      return asking.getFirst().strip()
          + " ¿"
          + pets.getFirst().strip().replaceAll("[,.;]$", "")
          + "?";
    }
    return asking.size() > 1 ? apart(sentences) : said;
  }

  /** {@code ¿podéis poner una vela?}, {@code ¿nos ponéis una trona?}: wished for, not asked. */
  private static final FilteredPattern REQUEST =
      FilteredPattern.compile(
          "\\b(?:pod(?:eis|ria\\w*|riais)|pued(?:e|en|es)|can you|could you|would you)(?: \\w+)? (?:(?:a?notar|apuntar|anadir|incluir|indicar|avisar|note|add|mention|include)\\w*|poner\\w*|preparar\\w*|decorar\\w*|put|prepare|arrange|set up|do something)\\b"
              + "|\\b(?:nos|me) (?:pon(?:eis|en|es|driais|drian|drias)|prepar(?:ais|an|as)|guard(?:ais|an|as))\\b");

  static boolean forWish(String sentence) {
    return REQUEST.matcher(Tokens.plain(sentence)).find();
  }

  private static boolean aThing(String sentence) {
    return !ofWhatWasSaid(sentence)
        && !Needs.pet(sentence)
        && !HouseQuestions.things(Question.of(sentence)).isEmpty();
  }

  /** What is said after a question that is spoken without a stop. */
  private static final FilteredPattern GOES_ON_TELLING =
      FilteredPattern.compile(
          "(?iuU)\\s+(?=(?:somos|ser[ií]amos|seremos|vamos a ser|as[ií] que|porque|we are|we'?re|there are|it'?s for|because)\\b)");

  private static String closed(String direct) {
    Matcher telling = GOES_ON_TELLING.matcher(direct);
    boolean told = telling.find(direct.lastIndexOf('¿') + 1);
    return told
        ? direct.substring(0, telling.start()) + "? " + direct.substring(telling.end())
        : direct + "?";
  }

  private Asking() {}

  static boolean sounds(String said) {
    return OPENING.matcher(said.strip()).find()
        || LATER_ON.matcher(said).find()
        || QUESTION_MARK.matcher(said).find();
  }

  static List<String> sentences(String said) {
    return List.of(SENTENCE.split(said));
  }

  /**
   * {@code me gustaría saber si hay parking y si abrís el lunes}: two questions, each put outright.
   */
  static String outright(String said) {
    Matcher announced = ANNOUNCED.matcher(said);
    if (!announced.find()) {
      return said;
    }
    StringBuilder direct = new StringBuilder(said.substring(0, announced.end()));
    Matcher whether = WHETHER.matcher(said.substring(announced.end()));
    boolean asks = false;
    while (whether.find()) {
      if (!asks
          && PUT_ALREADY
              .matcher(said.substring(announced.end(), announced.end() + whether.start()))
              .find()) {
        return said;
      }
      whether.appendReplacement(direct, asks || whether.start() > 0 ? "? ¿" : " ¿");
      asks = true;
    }
    whether.appendTail(direct);
    boolean ends = direct.charAt(direct.length() - 1) == '?';
    return !asks ? said : ends ? direct.toString() : closed(direct.toString());
  }
}
