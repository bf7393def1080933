package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.List;
import java.util.Set;

/**
 * What is said when all is done: that nothing more is wanted, thanks, a goodbye. Only a message of
 * which every word belongs to one of these is one.
 *
 * @param more whether it says that nothing more is wanted
 * @param bye whether it takes leave
 * @param thanks whether it thanks or praises
 */
record Farewell(boolean more, boolean bye, boolean thanks) {

  private enum Part implements WholeMessage.Phrased {
    MORE(
        """
        (?:that|this|it)(?: is|s| ll be| will be| would be| d be| was| has been|ll be|d be|ll do| will do| would do| does|s about) \
        (?:all|it|everything|me|us|fine|enough|perfect|great|all good|me done|us done)\
        (?: (?:sorted|done|set|covered|for now|for today|for the moment|then|from (?:me|us|my side|our side)|(?:i|we) (?:need|needed|want|wanted|was after|were after)(?: to (?:know|ask|do))?))*
        (?:that|this|it)(?:ll| will| would|d) do(?: (?:nicely|for now|me|us|it|then))*
        (?:i |we )?(?:think|believe|guess|reckon) (?:that|this|it)(?:s| is|ll be| will be| was) (?:all|it|everything|us|me)
        (?:(?:i |we )?(?:think|believe) )?(?:im|we ?re|i am|we are|am|youre)(?: now)? (?:(?:all|now) )*(?:set|sorted|done|good|fine|ok|okay|happy|covered)(?: (?:with (?:that|this|it)|now|here|to go|for now|as (?:i am|we are)))*
        all (?:set|done|sorted|clear|good|fine|covered)(?: (?:now|then|here))*
        (?:that|this)(?:s| is) (?:me|us|everything|all) (?:all )?(?:sorted|done|set|covered)(?: then| now)?
        sorted(?: (?:then|now))?
        (?:i )?(?:do not|dont) think so
        not (?:right now|now|today|really|at the moment|for the moment|for now|that (?:i|we) can think of|a thing)
        no (?:more|further|other|more other) (?:questions?|requests?|things?)(?: (?:from (?:me|us)|for now|thanks))*
        (?:nothing|not anything|anything|not? more)(?: (?:else|more|further|at all|to add|for now|for today|for the moment|at the moment|right now|(?:that )?(?:i|we) (?:can think of|need)|from (?:me|us)|comes to mind))+
        nothing
        (?:dont|do not) need anything(?: (?:else|more))?
        you ?ve covered (?:everything|it all|all)
        (?:(?:con|por) )?(?:eso|esto)(?: ya)?(?: (?:es|seria|era|fue|ha sido|queda|estaria|esta))(?: (?:ya|lo))*(?: todo)?(?: (?:por (?:ahora|hoy|mi parte|el momento)|de momento|lo que (?:queria|necesitaba|queriamos)))*
        con (?:eso|esto)(?: (?:ya|me|nos))*(?: (?:vale|basta|llega|sirve|apano|apanamos|arreglo|sobra|estamos|estoy|quedo|quedamos|es suficiente|es bastante|tengo bastante|tengo suficiente))(?: (?:bien|listos?|tranquil\\w+|mas que bien|de sobra))*
        (?:era )?(?:solo|solamente|unicamente|nomas)(?: era)? (?:eso|esto)(?: (?:era|nomas|queria))*
        (?:pues )?era (?:solo |nomas )?(?:eso|esto|todo)(?: (?:lo que queria|nomas))*
        (?:eso|esto) (?:nomas|no mas|nada mas)
        (?:ya )?(?:esta|estaria|es|seria|ha sido)(?: ya)? todo(?: (?:por (?:ahora|hoy|mi parte|el momento)|de momento|listo|bien|claro|perfecto))*
        ya (?:esta|estaria|quedo|lo tengo|no|tengo)(?: (?:todo|asi|bien|listo|claro|nada|mas|lo que (?:queria|necesitaba)))*
        nada(?: (?:mas|otra cosa))?(?: (?:que eso|por (?:ahora|hoy|mi parte|el momento)|en particular|de momento|especial))*
        (?:por (?:mi|nuestra) parte|de momento|por (?:ahora|hoy|el momento)|asi)(?: (?:ya|esta))? (?:nada(?: mas)?|esta(?: todo)?(?: bien)?|eso es todo|es todo|todo(?: bien)?|bien|perfecto|vale|me vale|nos vale)
        ningun[oa]?(?: (?:otra|mas))? (?:cosa|pregunta|duda)(?: mas)?
        no (?:me |nos )?(?:hace falta|necesit\\w+|quiero|queremos|se me ocurre|hay|falta|tengo|tenemos)(?: (?:nada|ningun[oa]|mas|otra|otras|cosa|cosas|pregunta|preguntas|duda|dudas|ya))+
        no hace falta
        todo(?: (?:esta|quedo|ha quedado))? (?:bien|perfecto|listo|claro|ok|en orden|correcto|genial|solucionado|resuelto|aclarado|clarisimo)
        asi(?: (?:ya|me|nos|esta|estoy|estamos))* (?:bien|perfecto|vale|estamos|quedamos|estoy)
        quedamos asi
        (?:ya )?(?:estoy|estamos|me quedo|nos quedamos) (?:bien|servid[oa]s?|list[oa]s?|tranquil[oa]s?)(?: (?:asi|con (?:eso|esto)))*
        suficiente(?: con (?:eso|esto))?
        sin mas
        """),
    BYE(
        """
        (?:good ?)?bye+(?: (?:bye|now|for now|then))*
        goodbye(?: (?:now|for now|then))*
        (?:see|c) (?:you|ya|u|yous|ye)(?: (?:all|guys|both|later|then|there|soon|around|on the day|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next week|next month|in (?:december|january)))*
        (?:talk|speak)(?: to you)? (?:soon|later)
        (?:(?:we|i) (?:will|ll|shall) (?:see you|be there)|we ?ll be there|ill be there)(?: (?:then|soon))?
        (?:(?:really |so |very much )?(?:looking|look) forward(?: (?:to (?:it|that|this|seeing you|our (?:visit|stay|dinner|lunch|meal)|coming)|very much|already))*)
        (?:(?:we |i )?(?:really |just )?(?:cant|can not|cannot) wait(?: to (?:come|try it|see it))?)
        (?:(?:and )?(?:you )?(?:have|enjoy)) (?:an?|the|your)(?: (?:really|very|nice|good|lovely|great|wonderful|fab|pleasant|rest of (?:the|your)))* (?:day|one|evening|night|weekend|week|afternoon|morning|time)(?: (?:too|yourself|everyone|all|ahead))*
        take care(?: of yourself)?
        all the best
        (?:kind|kindest|best|warm|warmest|many) (?:regards|wishes)
        regards
        (?:you|and you|same to you|likewise|yourself)(?: (?:too|as well|also))*
        same to you
        later(?:s)?
        good ?(?:night|day|evening|afternoon)
        happy days
        (?:un |muchos )?(?:saludos?|abrazos?|besos?|placer)(?: (?:cordial(?:es)?|afectuosos?|grande|a tod[oa]s))*
        cordialmente
        adios(?:ito)?
        (?:chao|chau|ciao|chaito|agur|abur|deu)
        hasta (?:luego|pronto|manana|entonces|la vista|la proxima|otra|ahora|siempre|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia \\d{1,2}|finde)|ese dia|esta noche|la noche)(?: (?:pues|entonces))*
        nos vemos(?: (?:alli|ahi|aca|entonces|luego|pronto|manana|ese dia|esta noche|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia \\d{1,2})))*
        (?:alli|ahi|aca) (?:estaremos|estare|nos vemos|nos tendreis)
        (?:que )?(?:tenga[ns]?|tengais|pase[ns]?|paseis|vaya|este[ns]?|esteis|tengan)(?: (?:usted|ustedes|todo|un|una|muy))* (?:buen[ao]?s?|bien|bonit[oa]|feliz|lind[oa]|excelente)(?: (?:dia|tarde|noche|finde|fin de semana|semana|jornada|servicio))?
        (?:muy )?(?:buen|buena|buenos|buenas|feliz|lind[oa]|bonit[oa]|excelente) (?:dia|dias|tarde|tardes|noche|noches|finde|fin de semana|semana|jornada)
        igualmente
        a (?:vosotros|ustedes|usted|ti)
        cuidaos|cuidense|cuidate
        """),
    THANKS(
        """
        (?:(?:thanks|thank you|thankyou|thank u|thx|tnx|cheers|ta|thanx)(?: (?:a (?:lot|lots|million|bunch|ton)|so much|very much|again|heaps|loads|indeed|kindly|mate|ever so much|both|all|everyone|in advance))*(?: for (?:your|you|all|the|everything|that|this|sorting|being|helping|getting)(?: \\w+){0,4})?)
        (?:many|huge|big|lots of) thanks
        ta
        (?:i |we )?(?:(?:really|greatly|do) )*appreciate (?:it|that|you|this|(?:all )?(?:your|the) (?:help|time|patience|assistance))
        (?:very |really |so )?(?:much |greatly )?appreciated
        (?:you (?:have|ve|re|are|were)|youve|youre)(?: been)?(?: (?:very|so|really|super|such|extremely|a|an|the))* (?:helpful|kind|nice|lovely|friendly|quick|efficient|patient|great|brilliant|amazing|wonderful|good|sweet|star|stars|legend|best|angel|sound)(?: help)?
        (?:that|this) (?:was|is)(?: (?:very|so|really|super|a))* (?:quick|easy|helpful|fast|kind|painless|efficient|nice|kind of you|great help|big help)
        thats(?: (?:very|so|really))* (?:kind|helpful|nice|sweet|good)(?: of you)?
        (?:very|so|really|most|super) (?:helpful|kind|quick|easy|efficient|fast)
        (?:que )?(?:(?:muy|muchas|muchisimas|mil|tantas|un millon de|millones de|infinitas) )*gracia+s+(?: (?:por (?:tu|su|vuestra|la|todo|el|los|las|avisar|ayudar\\w*|atender\\w*|contestar|responder)(?: \\w+){0,3}|de nuevo|otra vez|de verdad|de corazon|anticipadas|de todo corazon|majo|maja|guapa|guapo|crack|amigo|amiga|senor|senorita|a (?:ti|usted|ustedes|vosotros)))*
        (?:muy|que|son muy|eres muy|es usted muy|muy muy) (?:amables?|majos?|majas?|rapid[oa]s?|bien|eficientes?|facil|atent[oa]s?|gentil(?:es)?|lind[oa]s?)
        (?:te|se|os|les) (?:lo )?agradez(?:co|camos)(?: (?:mucho|muchisimo|de verdad))*
        (?:se )?agradec[ei]d[oa]s?
        (?:eres|sois|son|es usted)(?: (?:un|una|unos|unas|los|las|muy|super|lo))* (?:sol|soles|encanto|encantos|amor|crack|cracks|genial(?:es)?|mejores?|majos?|majas?|amables?|maquina|fenomeno|cielo|atent[oa]s?)
        (?:ha sido|fue) (?:de mucha ayuda|un placer|muy (?:amable|facil|rapido|util))
        (?:muy )?encantad[oa]s?
        bendiciones
        """),
    FILLER(
        """
        no+|nop+e?|nah+|na+|nada|que va|no no|nono
        yes|yeah|yep|si|sip|claro
        ok|okay|okey|oki|okis|vale|venga|bueno|pues|perfecto|perfect|genial|great|estupendo|fenomenal|excelente|excellent|barbaro|buenisimo|listo|ya|hala|ala|bien|muy bien|super|lovely|brilliant|cool|awesome|fantastic|wonderful|grand|amazing|nice|fab|ace|alright|all right|right|fine|good|very good|de acuerdo|dale|joya|chevere|ah|oh|ay|uy|eh|hey|well|so|then|and|y|entonces|mate|that s great|thats great|thats (?:fine|perfect|lovely|brilliant|good|grand|wonderful|excellent|fantastic|super|amazing)|its (?:fine|all good|ok|okay)|eso|esta bien|esta perfecto|que bien|no worries|no problem|no te preocupes|no se preocupe|pues nada|por favor|please|mucho gusto|amig[oa]s?|done|hecho|everything|all|both|guys
        """);

    private final List<FilteredPattern> phrases;

    Part(String lines) {
      this.phrases = WholeMessage.anyOf(lines);
    }

    @Override
    public List<FilteredPattern> phrases() {
      return phrases;
    }
  }

  /** What only feels: a heart, folded hands, a smile. */
  private static final FilteredPattern SIGNS =
      FilteredPattern.compile(
          "[\\x{1F64F}\\x{2764}\\x{1F60A}\\x{1F642}\\x{1F44B}\\x{1F970}\\x{1F618}]");

  /** Nothing of it if there is a word that is for something else. */
  static Farewell in(String said) {
    Set<Part> parts = WholeMessage.kinds(said, Part.class);
    boolean only = !parts.isEmpty() || said.codePoints().noneMatch(Character::isLetterOrDigit);
    boolean felt = only && SIGNS.matcher(said).find();
    return new Farewell(
        parts.contains(Part.MORE), parts.contains(Part.BYE), felt || parts.contains(Part.THANKS));
  }

  boolean none() {
    return !more && !bye && !thanks;
  }
}
