package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A yes to what was read back that does not say yes: every word of the message approves of it, or
 * says that there is nothing to change.
 */
final class Assent {

  private enum Part implements WholeMessage.Phrased {
    APPROVES(
        """
        (?:so |very |quite |absolutely |really |just |simply )*(?:wonderful|fantastic|fab|fabulous|ace|smashing|brill|brilliant|marvell?ous|splendid|terrific|amazing|great|lovely|super|superb|excellent|perfect|ideal|awesome|magic|class|champion|cracking|delightful|magnificent|good|nice|fine|grand|correct|right|accurate|cool)(?: (?:stuff|one|job|idea|choice))?
        (?:(?:all|everything|it|this|that|they|those|these|all (?:of )?(?:that|this|it)|(?:all )?(?:the|my|our) (?:details?|data|info|information|dates?|booking|reservation|name|rest))(?: all| both)? )?(?:is|s|are|re|looks?|sounds?|seems?|reads?)(?: (?:all|about|just|quite|absolutely|perfectly|exactly|totally|completely|very|to be|really))* (?:good|great|right|correct|fine|ok|okay|perfect|perfectly fine|lovely|in order|accurate|brilliant|wonderful|grand|ideal|spot on|as it should be|as (?:we|i) (?:want|wanted|like)(?: it)?|what (?:we|i) (?:want|wanted|need))(?: (?:to|by|with|for|on) (?:me|us|my end))*
        everythings (?:right|fine|good|correct|ok|okay|perfect|in order|great)
        (?:thats|its|theyre)(?: (?:all|just|quite|absolutely|perfectly|exactly|very|really))* (?:good|great|right|correct|fine|ok|okay|perfect|lovely|in order|brilliant|wonderful|grand|ideal|excellent|fantastic|as it should be|what (?:we|i) (?:want|wanted|need))(?: (?:to|by|with|for) (?:me|us))*
        (?:fine|good|ok|okay|happy|great|perfect)(?: (?:by|with|for) (?:me|us|that|this|it))+
        (?:bang|spot|dead) on
        (?:please |you (?:can|may) )*(?:confirm(?:ed)?|proceed)(?: (?:please|then|now|away))*
        (?:confirmad[oa]|(?:lo |la |se )?confirm[oaei]n?(?:lo|la)?)
        on the (?:money|button|nose)
        just (?:right|so|the ticket)
        (?:please )?(?:go|carry|crack) (?:ahead|on)(?: (?:and (?:book|reserve|confirm|do)(?: (?:it|that|us in|the table|the room))?|with (?:it|that|this|the booking)|then|please))*
        (?:lets|let us|we ll|well|ill|i ll) (?:go|do|take|have|stick)(?: (?:with|for))? (?:it|that|this|those)(?: (?:then|please))*
        (?:consider|thats) it (?:done|a deal|settled|agreed)
        (?:yes+(?:ir|siree|um)?|yah+|yas+|yeh+|ye+s*|ya+|yea+h*|yu+p+|ye+p+|uh ?huh|mm?hm+|aye|indeed|exactly|precisely|certainly|definitely|absolutely|surely|sure|of course|totally|agreed|affirmative|roger|roger that|naturally|granted|correctamundo)
        by all means
        (?:i )?(?:do )?(?:think|believe|guess|suppose|reckon|hope) so
        (?:(?:we re|were|im|i am|we are) )?(?:all )?good to go
        (?:thats|that is|this is) (?:the one|us|me|it|how (?:we|i) want it|exactly (?:it|right|what (?:we|i) (?:want|wanted)))
        (?:works|suits|perfect|great|good)(?: (?:great|well|fine|perfectly|nicely))?(?: for (?:me|us|all of us|everyone))?
        (?:you|youve|you have|you ve) (?:got|understood|written|noted) (?:it|that|everything|all)(?: (?:all|right|correctly|down|perfectly))*
        proced(?:e|a|an|ed|emos|amos)
        (?:ya )?(?:l[ao] |me l[ao] |nos l[ao] )?(?:puede[ns]?|podeis|podes)(?: ya)? (?:confirmar|reservar|proceder|apuntar|seguir|continuar|hacer|tramitar|cerrar|registrar|guardar|dejar|anotar)(?:me|nos)?(?:l[ao])?(?: (?:ya|asi|pues|entonces|cuando (?:quier\\w+|puedas?)|con (?:eso|ello|la reserva)|la (?:reserva|mesa|habitacion)|por favor))*
        (?:cerrad[oa]|cerramos|cerremos|cerrem|cierra|cierre|cerremosl[oa])(?: (?:asi|entonces|la reserva|el trato|pues))*
        (?:todos |todas )?(?:los|mis|nuestros|tus|esos|estos) datos(?: (?:son|estan))?(?: (?:todos|bien|muy|los|todo))* (?:bien|correctos|perfectos|ok|buenos|exactos|mios|que (?:son|te di|le di))
        (?:tal (?:y )?)?(?:como|cual)(?: (?:tu|usted|vosotros|me|lo|la|l[eo]|ha|has|han|habeis|acabas? de))* (?:dicho|dice[sn]?|decis|puesto|pone[sn]?|decir|leido|repetido)
        (?:lo )?(?:que|tal y como|tal como) (?:has|ha|habeis|han) (?:dicho|puesto|leido|apuntado)
        (?:yo )?(?:creo|diria|pienso|entiendo|supongo|parece|me parece)(?: yo)? que (?:si|esta todo|(?:todo )?esta (?:todo |muy )?(?:bien|correcto|perfecto|ok)|es correcto|todo bien)
        (?:todo|por (?:mi|nuestra) parte|por mi|asi|eso|me|nos|lo|muy|super|esta|va|viene|parece|suena|encaja|cuadra|ya|mas que)(?: (?:todo|esta|va|viene|parece|me|nos|muy|super|asi|queda|lo veo|mas que))* (?:bien|perfecto|perfecta|genial|correcto|correcta|ok|estupendo|fenomenal|conforme|en orden|de maravilla|de lujo|adelante|bueno|de perlas|fantastico|claro|ideal|vale)
        (?:perfectisimo|correctisimo|fantastico|maravilloso|magnifico|fabuloso|ideal|divino|lindo|excelente|estupendo|fenomenal|genial|guay|brutal|chevere|bacan|barbaro|buenisimo|buenazo|joya|macanudo|padre|que padre|esplendido|formidable|de lujo|de maravilla|de perlas|a la perfeccion|cojonudo|top|feten)
        (?:efectivamente|exactamente|exacto|correcto|cierto|afirmativo|en efecto|sin duda|por supuesto|desde luego|claro(?: que si)?|como no|faltaria mas|asi es|eso es|eso mismo|tal cual|ni mas ni menos|de acuerdo|conforme|hecho|trato hecho|adelante|listo|va|sale|dale|orale|andale|venga|vale|bueno|perfecto|sip*|sii+|aja)
        """),
    /** To a cancellation it may mean that nothing is to be cancelled. */
    OF_WHAT_IS_NEW(
        """
        (?:please |you (?:can|may) |just )*(?:confirm|book|reserve|make|secure|finali[sz]e|go for|do)(?: (?:it|that|this|so|us in|me in|the (?:table|room|booking|reservation)))+(?: (?:for (?:me|us)|then|now|please))*
        (?:please |you (?:can|may) )*(?:confirm|proceed|book)(?: (?:please|then|now|away))*
        (?:me |nos )?(?:confirm|reserv|apunt|anot|registr|agend|apart|separ|guard)(?:a|e|en|ad|emos|amos|o)(?:(?:me|nos)?l[ao]|me|nos)?(?: (?:la (?:reserva|mesa|habitacion)|asi|entonces|pues|ya|por favor|nomas))*
        (?:haz|haga|hagan|haced|hagamos)(?:(?:me|nos)?l[ao])?(?: (?:la reserva|asi|pues|entonces|el favor))*
        (?:es|esta|queda|quede|quedamos|que quede|dejemoslo|dejalo|dejala|dejel[oa]|se queda)(?: (?:todo|muy|super|bien))* (?:asi|bueno|bien|ok|perfecto|perfecta|genial|fenomenal|correcto|correcta|conforme|de lujo|estupendo|como (?:lo |la )?(?:queria|queriamos|pedi|dije)|lo que (?:queria|queriamos|pedi))
        (?:no|without|with no|not any) (?:changes?|corrections?|mistakes?|errors?|issues?|objections?|amendments?|complaints?|problems?)(?: (?:there|needed|necessary|to make|from (?:me|us)|at all|required|here))*
        nothing (?:to (?:change|add|correct|fix|amend)|(?:is )?wrong|missing|else to (?:add|change))(?: (?:there|here|from (?:me|us)))*
        (?:dont|do not|no need to) change (?:anything|a thing)
        (?:no (?:hay )?|sin )?nada (?:que|por) (?:cambiar|anadir|corregir|objetar|agregar|modificar)
        (?:no (?:hay|falta|cambi\\w+|toques|toquen)|sin) (?:ningun[oa]? )?(?:nada|errores|cambios|fallos|objeciones|pegas?)(?: (?:mas|que (?:cambiar|anadir|corregir)))*
        """),
    POLITE(
        """
        (?:please|thanks|thank you|thank u|cheers|ta|thx)(?: (?:a (?:lot|million)|so much|very much|again|heaps))*
        (?:y )?(?:muchas |mil |muchisimas )?gracias(?: por todo)?
        (?:por favor|porfa|porfis|porfavor|muy amable|usted|senora?|senorita|ma ?am|sir|madam|mate|guapa|guapo|majo|maja|amig[oa]|jefe|crack|tio|tia|hombre|mujer|pues|ah|oh|eh|ay|uy|and|y|so|well|hey|then|entonces|ok|okay|okey|oki|okis|all|todo|si|see you then|see you (?:soon|there)|nos vemos|alli estaremos|ahi estaremos|hasta (?:luego|entonces|manana|pronto))
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

  private static final Set<Asked> READ_BACK = EnumSet.of(Asked.CONFIRM, Asked.CANCEL_CONFIRM);

  private Assent() {}

  static boolean in(String said, Asked asked) {
    if (!READ_BACK.contains(asked) || asked == Asked.CANCEL_CONFIRM && CancelWords.keeps(said)) {
      return false;
    }
    Set<Part> parts = WholeMessage.kinds(said, Part.class);
    return parts.contains(Part.OF_WHAT_IS_NEW)
        ? asked == Asked.CONFIRM
        : parts.contains(Part.APPROVES);
  }

  /** {@code sí}, {@code pues pásamela ahí}: to the change that was read back. */
  static boolean to(Understanding heard, String text) {
    boolean doIt = StayPurpose.doIt(text) && !heard.wishes() && heard.name() == null;
    return !heard.question() && (heard.answer() == YesNo.YES || doIt);
  }
}
