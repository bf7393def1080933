package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Whether a message asks what a room costs. */
final class Price {

  private static final FilteredPattern ASKED =
      FilteredPattern.compile(
          "\\b(?:what would (?:a|an|the|your|it|that) (?:\\w+ ){0,3}?(?:be|cost|come to)|cuanto se (?:nos|me) (?:va|pone|queda)|cuant[oa]s? (?:(?:nos|me|os|les|mas|te|se|va a|vendria a|habria que|hay que|tendria que|tendriamos que) ){0,2}(?:cuesta|sube|subiria|subira|costaria|costara|costar|cuestan|sale|salen|saldria|saldra|salir|vale|valen|valdria|valdra|seria|serian|sera|es|son|esta|estan|cobran|cobrais|cobras|pide[ns]|pedis|pagar\\w*|pide|queda|quedaria|por|me)\\b|precios?|cotiza\\w*|presupuesto"
              + "|what(?:s| is) (?:a|the|your) (?:(?!difference)\\w+ ){0,2}?(?:room|single|double|twin|suite|superior|night)\\b(?! (?:like|number|size|called))|tarifas?|por cuanto|que cuesta|que vale|how much|prices?|rates?|cost)\\b");
  private static final FilteredPattern ROOM =
      FilteredPattern.compile(
          "\\b(?:habitacion(?:es)?|noches?|dormir|alojar\\w*|rooms?|nights?|stay)\\b");
  private static final FilteredPattern CHEAPEST =
      FilteredPattern.compile(
          "\\b(?:mas barat[ao]|mas sencill[ao]|mas economic[ao]|(?:mas|lo mas) asequible|menos car[ao]|cheapest|lowest|least expensive|cheap one|la normal|estandar|standard|la que haya|la que sea|cualquiera|me da igual|nos da igual|whatever|whichever|any of them|don ?t mind)\\b");

  private static final FilteredPattern DEAREST_SAID =
      FilteredPattern.compile(
          "\\b(?:(?:mas|most) (?:car[ao]|lujos[ao]|expensive|luxurious)|la (?:mejor|mas (?:bonita|chula|guapa|elegante))(?: habitacion| doble| que)?|dearest|(?:best|nicest|fanciest|loveliest) (?:room|one|double|you))\\b");

  /** {@code precio?}: at a hotel, of its rooms. */
  private static final FilteredPattern ALONE =
      FilteredPattern.compile(
          "\\W*(?:(?:hola|buenas|hello|hi|hey|tardes|dias)\\W+)*(?:los |las |the |your |sus |vuestros |vuestras )?(?:precios?|tarifas?|prices?|rates?)(?: (?:por favor|porfa|please))?\\W*");

  static final String DEAREST = "dearest";

  private static final FilteredPattern CHILD =
      FilteredPattern.compile(
          "\\b(?:nin[oa]s?|ninit[oa]s?|crios?|cria|peques?|pequen[oa]s?|chiquillos?|hij[oa]s?|nenes?|nenas?|chic[oa]s?|menores|menor|kids?|child|children|son|daughter|toddlers?|little ones?)\\b");

  /** What a child may cost besides a bed. */
  private static final FilteredPattern NO_BED =
      FilteredPattern.compile(
          "\\b(?:cun(?:a|ita)s?|camas?|cots?|cribs?|bebes?|baby|babies|desayun\\w*|breakfast|menus?|cen\\w+|com(?:er|e|en|ida|idas)|dinner|lunch|eat|meals?|garaje|parking|perr\\w+|dogs?|fiest\\w+|cumple\\w*)\\b");

  private static final FilteredPattern PAYS =
      FilteredPattern.compile(
          "\\b(?:pag(?:a|an|ar|amos|aria|arian|o)|gratis|gratuit\\w+|suplementos?|recargos?|cobr\\w+|descuentos?|tarifa|free|pay|pays|charged?|extra|supplement|discounts?)\\b");

  private Price() {}

  /** {@code ¿los niños pagan?}, {@code how much is a child?} */
  static boolean ofChild(String text) {
    String plain = Tokens.plain(text);
    return CHILD.matcher(plain).find()
        && !NO_BED.matcher(plain).find()
        && (asked(text) || PAYS.matcher(plain).find() && Asking.sounds(text));
  }

  private static final FilteredPattern THEY =
      FilteredPattern.compile(
          "\\b(?:ell[ao]s?|el (?:paga\\w*|va|tambien)|(?:el|la) (?:pequen[oa]|mayor)|he|she|they)\\b");

  /** {@code …, y la niña, que tiene 4 años. ¿Ella paga?}: asked beside what is wished for. */
  static boolean ofChildBeside(String text) {
    return CHILD.matcher(Tokens.plain(text)).find()
        && Asking.sentences(text).stream()
            .filter(Asking::sounds)
            .map(Tokens::plain)
            .filter(sentence -> !NO_BED.matcher(sentence).find())
            .filter(sentence -> PAYS.matcher(sentence).find())
            .anyMatch(sentence -> CHILD.matcher(sentence).find() || THEY.matcher(sentence).find());
  }

  /** The same, beside the days of a stay. */
  static boolean ofChildBeside(Turn turn, Understanding heard) {
    return turn.hasRooms() && heard.stay().dated() && ofChildBeside(turn.memory().text);
  }

  static boolean asked(String text) {
    return ASKED.matcher(Tokens.plain(text)).find();
  }

  static boolean ofRoom(String text) {
    return ROOM.matcher(Tokens.plain(text)).find();
  }

  /** The same, where nothing tells of a stay that is wanted. */
  static boolean ofChild(Turn turn, Understanding heard) {
    Stay said = heard.stay();
    return turn.hasRooms()
        && said.adults() == null
        && said.arrival() == null
        && said.departure() == null
        && heard.reference() == null
        && ofChild(turn.memory().text);
  }

  /** Empty if neither the cheapest nor the dearest is wished for. */
  static String preferred(String text) {
    String plain = Tokens.plain(text);
    return CHEAPEST.matcher(plain).find()
        ? "cheapest"
        : DEAREST_SAID.matcher(plain).find() ? DEAREST : "";
  }

  /** Keeps which room is preferred, as long as none is chosen; whether that is new. */
  static boolean prefersNow(Memory memory) {
    StayMemory stays = memory.stays;
    String prefers = stays.plan.room() == null ? preferred(memory.text) : "";
    boolean now = !prefers.isEmpty() && !prefers.equals(stays.prefers);
    stays.prefers = now ? prefers : stays.prefers;
    return now;
  }

  /** Whether it asks what rooms cost, before anybody has said for when. */
  static boolean ofAnyRoom(Turn turn, Understanding heard, boolean underWay) {
    Memory memory = turn.memory();
    if (FollowUp.ofPrices(memory, heard) && heard.stay().arrival() == null) {
      return true;
    }
    boolean undated =
        turn.hasRooms()
            && heard.stay().arrival() == null
            && HouseQuestions.meant(memory.text).isEmpty();
    boolean room = heard.stay().room() != null;
    boolean compares =
        RoomsWanted.compared(memory.text)
            && RoomWords.all(Words.of(memory.text), turn.venue().lodging()).size() > 1;
    return undated
        && !underWay
        && memory.stays.booked.isEmpty()
        && (compares
            || asked(memory.text)
                && (ofRoom(memory.text)
                    || room
                    || ALONE.matcher(Tokens.plain(memory.text)).matches()));
  }
}
