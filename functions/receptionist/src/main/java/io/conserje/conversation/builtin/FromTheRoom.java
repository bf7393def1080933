package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** What somebody who is in the house needs brought, called or mended: staff see to it. */
final class FromTheRoom {

  private static final String THINGS =
      "(?:toallas?|toallitas|albornoz|almohad\\w+|mantas?|edredon|sabanas?|papel(?: higienico)?|gel|champu|jabon|secador|plancha|perchas?|hielo|agua|botellas?|vasos?|copas|sacacorchos|bombillas?|pilas|mando|cargador|adaptador|tumbona|zapatillas"
          + "|towels?|bathrobes?|pillows?|blankets?|duvet|sheets?|(?:toilet|loo) (?:paper|roll)|shampoo|soap|shower gel|hair ?dryer|iron|hangers?|ice|water|glasses|corkscrew|kettle|adaptor|adapter|light bulb|batteries|remote)";

  private static final String BRING =
      "(?:(?:me|nos) (?:pueden?|podeis|podrian?|podriais|puedes|podrias) (?:subir|traer|dejar|dar|mandar|conseguir)|(?:pueden?|podeis|podrian?|podriais|puedes|podrias) (?:subir|traer|dejar|dar|mandar|conseguir)(?:me|nos)|(?:me|nos) (?:subis|traeis|dejais|suben|traen|dejan|subes|traes)|(?:suban|traigan|suba|traiga)(?:me|nos)|(?:can|could|would|will) (?:you|someone|somebody|we|i) (?:please )?(?:bring|send|get|have|give|drop)|bring (?:us|me)|send (?:us|me|up))";

  private static final String LACK =
      "(?:no (?:tenemos|tengo|hay|quedan?|nos quedan?|nos han dejado)|nos? faltan?|me faltan?|faltan?|se (?:nos |me )?(?:ha|han) acabado|necesit\\w+|theres no|there (?:are|is) no|we(?: have|ve) (?:got )?no|(?:run|ran) out of|we(?:re| are) (?:out of|missing)|missing|need)";

  private static final FilteredPattern BROUGHT =
      FilteredPattern.compile(
          "\\b(?:"
              + BRING
              + " .{0,30}"
              + THINGS
              + "|"
              + LACK
              + " (?:\\w+ ){0,3}"
              + THINGS
              + ")\\b");

  private static final FilteredPattern CALLED =
      FilteredPattern.compile(
          "\\b(?:(?:me|nos) (?:ped\\w+|llam\\w+|busc\\w+|reserv\\w+|pod\\w+ (?:pedir|llamar|buscar)|pued\\w+ (?:pedir|llamar|buscar)) .{0,12}taxi|(?:ped|llam)(?:ir|ar)(?:me|nos) un taxi|(?:call|book|order|get) (?:us |me )?a (?:taxi|cab)|(?:despert\\w+|despiert\\w+)(?:me|nos)? (?:\\w+ ){0,2}a las|(?:me|nos) (?:pod\\w+ |pued\\w+ )?(?:despert\\w+|despiert\\w+)|wake ?up call|wake (?:me|us) (?:up )?at)\\b");

  private FromTheRoom() {}

  /** Whether it is wanted now, and not of a stay that is still to be booked. */
  static boolean in(String text, Understanding heard) {
    String plain = Tokens.plain(text);
    boolean books = heard.stay().dated() || heard.stay().room() != null;
    return !books && (BROUGHT.matcher(plain).find() || CALLED.matcher(plain).find());
  }
}
