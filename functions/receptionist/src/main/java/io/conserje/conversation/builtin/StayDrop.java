package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Whether a room that is being arranged is given up. */
final class StayDrop {

  /** {@code never mind, book the rooms}: only what was asked last is let be. */
  private static final FilteredPattern GOES_ON =
      FilteredPattern.compile(
          "\\b(?:book (?:it|them|that|the|both|me|us|all)|reserv(?:a|ad|e|en|ala|alas|ela|elas|amela|amelas|enla|enlas|emela|ame|ar|emos)|apart(?:a|e|ame|eme|amela|emela)|go ahead|let s (?:book|do it)|adelante|sig(?:ue|a|amos)|seguimos|continu\\w+|carry on|(?:si no|if not|if (?:it|that) (?:isnt|is not|cant)) .{0,40}(?:no (?:importa|pasa nada|worries|matter|problem)|da igual|never mind|doesnt matter|fine))\\b");

  private static final FilteredPattern NOT =
      FilteredPattern.compile("\\b(?:no|not|don ?t|sin) (?:\\w+ ){0,2}(?:reserv\\w+|book)\\b");

  private static final FilteredPattern LEAVES =
      FilteredPattern.compile(
          "\\b(?:graci\\w+|thank\\w*|dej\\w+|quier\\w+|reserv\\w+|todavia|aun|interes\\w+|want|book|yet|leave it|bother|need|pens\\w+|think|mir\\w+|consult\\w+|car[ao]s?|expensive)\\b");

  /** Who thinks it over, or looks elsewhere. */
  private static final FilteredPattern LATER =
      FilteredPattern.compile(
          "\\b(?:(?:me|nos) lo (?:\\w+ a )?(?:piens\\w+|pens\\w+)|(?:lo|la) (?:hablo|hablamos|consulto|consultamos|comento|comentamos|miro|miramos) (?:con|y)|que lo (?:hable|consulte|comente|mire|piense)\\w*|(?:tengo|tenemos) que (?:pensar|hablar|consultar)\\w*"
              + "|(?:voy|vamos) a (?:mirar|ver|buscar|comparar|seguir mirando|seguir buscando|pensar\\w*)\\b(?! (?:si|que|cuando))|(?:sigo|seguimos|seguire|seguiremos|seguir) (?:mirando|buscando)|ya (?:os|les|te|le) (?:digo|dire|decimos|diremos|aviso|avisare|avisamos|avisaremos|llamo|llamare|escribo)|(?:os|les|te|le) (?:digo|decimos|aviso|avisamos|confirmo) (?:algo|luego|mas tarde|manana)"
              + "|(?:es|sale|esta|parece|va) (?:muy |demasiado |un poco |bastante |algo )?(?:de precio|mucho dinero|demasiado)|(?:muy|demasiado|un poco|bastante) (?:car[oa]|elevado)|se (?:me|nos) (?:va|sale) de(?:l)? (?:presupuesto|precio)"
              + "|look(?:ing)? (?:around|elsewhere|somewhere else)|shop around|keep looking|think (?:about it|it over|on it)|sleep on it|get back to you|let you know|too (?:much|expensive|dear|pricey|steep)|(?:bit|little) (?:much|steep|pricey|dear|expensive)|(?:out of|over|above) (?:my|our) budget|more than (?:i|we) (?:want|wanted|can|hoped)"
              + "|(?:talk|speak|check) (?:it over |it )?(?:to|with) (?:my|the))\\b");

  private static final FilteredPattern WANTS_NOTHING =
      FilteredPattern.compile(
          "^\\W*(?:(?:no|ok|okay|vale|bueno|pues)\\W+)*(?:nada mas|(?:con )?eso es todo|eso era todo|ya esta|nothing (?:else|more)|that ?s (?:all|it|everything))(?:\\W+(?:por ahora|de momento|muchas|muy amable|gracias|thanks|thank you|cheers|for now|adios|bye))*\\W*$");

  /** Whether it is let be for now: it may still be taken up again. */
  static boolean forNow(String text, Understanding heard, Asked asked) {
    String plain = Tokens.plain(text);
    boolean says = heard.stay().begun() || heard.name() != null || heard.phone() != null;
    boolean wants = heard.question() || Asking.sounds(text) || says || goesOn(text);
    boolean nothing = asked != Asked.CONFIRM && WANTS_NOTHING.matcher(plain).find();
    return !wants && (nothing || LATER.matcher(plain).find());
  }

  /** No longer a no than this says nothing but no. */
  private static final int BRIEF = 4;

  private StayDrop() {}

  static boolean goesOn(String text) {
    String plain = Tokens.plain(text);
    return GOES_ON.matcher(plain).find() && !NOT.matcher(plain).find();
  }

  /** {@code no}, {@code no, gracias}: where something else is said with it, that is to be heard. */
  static boolean onlyNo(String text) {
    String plain = Tokens.plain(text);
    return plain.split("[^a-z0-9]+").length <= BRIEF || LEAVES.matcher(plain).find();
  }
}
