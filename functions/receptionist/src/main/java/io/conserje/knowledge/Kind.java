package io.conserje.knowledge;

import io.conserje.text.FilteredPattern;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What guests of any house ask about, and the turns of phrase that mean it without naming it: who
 * asks whether the car can be left somewhere asks for parking. Whether a house knows anything of it
 * is its file's to say.
 */
public enum Kind {
  ACCESSIBILITY(
      "accesibilidad",
      "accessibility",
      """
      (?:habitacion|cuarto)\\b.{0,12}\\b(?:adaptad|preparad)\\w+ para \\w+|(?:en |con )?silla de ruedas|andador|muletas|movilidad reducida|no pued\\w+ (?:subir|bajar|con las) (?:las )?escaleras?
      |(?:cabe|entra|pasa)\\w*\\b.{0,12}\\bsilla|silla\\b.{0,12}\\b(?:cabe|entra|pasa)\\w*|wheelchair fit|fit (?:the|a|his|her) wheelchair|le cuesta (?:mucho )?(?:andar|caminar|subir)|cam?ina mal|no (?:camina|anda) bien|(?:sin|muchas|muchos) (?:escaleras|escalones)
      |subir (?:muchas )?escaleras|wheelchair\\w*|crutches|(?:zimmer|walking) frame|walking stick|mobility scooter
      |(?:cant|cannot|cant manage|trouble|struggles?|bad|not good)(?: \\w+){0,3} (?:stairs|steps|walking)|step free|many (?:stairs|steps)\
      """),
  ELECTRIC_CAR(
      "coche eléctrico",
      "electric car",
      """
      (?:coche |carro |auto |vehiculo |un )?electrico\\b.{0,30}\\b(?:re)?(?:carg|enchuf)\\w+
      |(?:re)?(?:cargar|enchufar)\\w*\\b.{0,20}\\b(?:coche|carro|auto|electrico|tesla)|cargador(?:es)?\\b.{0,15}\\b(?:coches?|carro|auto|electricos?|tesla|vehiculos?)
      |(?:charge|plug in|plug)\\b.{0,12}\\b(?:car|ev|tesla)|(?:ev|tesla|electric car)\\b.{0,30}\\b(?:charg\\w+|plug\\w*)\
      """),
  PARKING(
      "aparcamiento",
      "parking",
      """
      parqueaderos?|parqueos?|(?:se puede|puedo|podemos|podria\\w*|donde|hay donde|hay que) (?:\\w+ )?(?:aparcar|estacionar|parquear)|(?:can|could|do|where) (?:we|i|you|to)(?: \\w+)? park
      |(?:aparc|estacion)\\w*(?: \\w+)? (?:el|la|los|las|un|una|mi|nuestr[oa]) (?:coche|carro|auto|furgo|furgoneta|moto|caravana)s?|park\\b.{0,6}\\b(?:car|van|camper|motorhome|motorbike)s?
      |(?:dej|met|guard)\\w*(?: (?:por )?(?:ahi|alli|donde))? (?:el|los|mi|nuestro|un|la|las) (?:coche|carro|auto|furgo|furgoneta|moto|caravana)s?
      |(?:coche|carro|auto|furgo|furgoneta|moto|caravana)s?\\b.{0,40}\\b(?:dej(?:ar|amos|o)(?:l[oa]s?)?|sitio|plazas?|meter(?:l[oa]s?)?)\\b(?: para (?:ellos|el|ella|ellas))?
      |(?:leave|put) (?:the|my|our) (?:car|van|motorbike|camper)s?|(?:space|spot|room) for (?:the|my|our|a|two|2) (?:car|van)s?
      |(?:car|van|driving|drive)\\b.{0,40}\\b(?:leave it|put it|park(?: it)?)\
      """),
  PETS(
      "mascotas",
      "pets",
      """
      (?:labrador|teckel|bichon|carlino|schnauzer|mastin|collie|cocker|boxer|dalmata|bodeguero|pastor aleman|golden|pug|corgi|caniche|chihuahua|bulldog|galg[oa]|podenco|beagle|terrier|spaniel|poodle|dachshund|retriever|husky|yorkshire)(?:es|s)?
      |(?:perr[oa]s?|gat[oa]s?|mascotas?)\\b.{0,60}\\b(?:import\\w+|molest\\w+|problema)|(?:dorm|duerm|qued|alojar|hosped)\\w*\\b.{0,20}\\b(?:perr[oa]s?|perrit[oa]s?|gat[oa]s?|mascotas?)|(?:perr[oa]s?|perrit[oa]s?|gat[oa]s?|mascotas?)\\b.{0,25}\\b(?:dorm|duerm|qued)\\w*
      |(?:dogs?|cats?|pets?)\\b.{0,12}\\b(?:sleep|stay)\\w*|great dane|german shepherd|rottweiler|doberman|whippet|westie|shih tzu|hamsters?|parrots?|ferrets?|bunny|loros?|hurones?|huron|(?:dogs?|cats?|pets?)\\b.{0,30}\\bcan (?:they|he|she|it|we)(?: both| all)? (?:come|stay|bring)|(?:dogs?|cats?|pets?|perr[oa]s?|gat[oa]s?|mascotas?)\\b.{0,12}\\b(?:costs?|pays?|cuestan?|pagan?)|(?:cost|charge|cuesta|cobr\\w+|pagar?)\\b.{0,14}\\b(?:dogs?|cats?|pets?|perr[oa]s?|perrit[oa]s?|gat[oa]s?|mascotas?)|cachorr[oa]s?|gatit[oa]s?|peludos?|kittens?|doggy|doggies|pup|pups|furry friend\
      """),
  WIFI(
      "wifi",
      "wifi",
      """
      teletrabaj\\w+|trabajar con el (?:portatil|ordenador)|conectar\\w* (?:a internet|el portatil|el ordenador)
      |(?:tengo que|necesito) (?:trabajar|conectarme)|work (?:remotely|online|from (?:the|my) room|on my laptop)|get online\
      """),
  CANCELLATION(
      "cancelación",
      "cancellation",
      """
      (?:si|if|in case|en caso)\\b.{0,50}\\b(?:can|could|may|puedo|podemos|se puede|podria|podriamos)\\b.{0,12}\\b(?:cancel|anul)\\w*
      |(?:si )?(?:al final |luego |despues |por lo que sea |finalmente )*no (?:podemos|puedo|pudieramos|pudiera|pudiesemos) (?:ir|venir|acudir|llegar)\\b.{0,30}\\b(?:pag|cobr|penaliz|perd|pierd|multa|cuest|pasa)\\w*
      |(?:anul|cancel)\\w*\\b.{0,35}\\b(?:devol|devuelv|reembols|perd|pierd|cobr|pagar|penaliz|pasa)\\w*(?:(?: \\w+){0,2} dinero)?
      |(?:que pasa|cobr\\w+|pagar|devol\\w+|devuelv\\w+|pierdo|perdemos)\\b.{0,30}\\b(?:anul|cancel)(?:o|a|amos|ar|ara|aramos|asemos)\\b
      |(?:if )?(?:something comes up and )?(?:i |we )?(?:cant|cannot|couldnt|are unable to) (?:make it|come)\\b.{0,40}\\b(?:charge|pay|cost|fee|refund|lose)\\w*
      |(?:cancel\\w*|call it off|plans change|change (?:my|our) minds?)\\b.{0,40}\\b(?:charge|refund|pay|cost|fee|lose|happens|back)\\w*
      |(?:what happens|refund\\w*|charge\\w*|a fee|lose)\\b.{0,30}\\b(?:cancel\\w*|call it off)(?: the day before| on the day)?\
      """),
  CASH("efectivo", "cash", "(?:en |con )?metalico|en mano|notes and coins"),
  CARD(
      "tarjeta",
      "card",
      """
      amex|american express|visa|mastercard|contactless|apple pay|google pay
      |(?:pag\\w+|cobr\\w+)\\b.{0,10}\\b(?:con )?(?:el |mi )?(?:movil|reloj|telefono)|pay\\w*\\b.{0,12}\\b(?:phone|watch|mobile)\
      """),
  PAYMENT(
      "pagar",
      "pay",
      """
      (?:cuando|como) (?:me |nos |se |le |les )?cobr\\w+|(?:when|how) (?:do|will|would|am|are) (?:you|i|we) (?:be )?charged?
      |(?:como|donde|cuando|con que|de que manera) (?:se |os |les |hay que |puedo |podemos )?(?:paga|pago|pagamos|pagar|pagarles|pagaros)
      |se paga (?:al|ahora|antes|despues)\\b(?: \\w+)?|(?:how|when) (?:do|can|could|should) (?:i|we) pay\
      """),
  DEPOSIT(
      "depósito",
      "deposit",
      """
      (?:pag\\w+|dej\\w+|dar|adelant\\w+)\\b.{0,15}\\b(?:por adelantado|de antemano|al reservar|algo antes|una parte)|paga y senal|(?:dej\\w+|pedis|piden|pid\\w+|pag\\w+|dar|pon\\w+|cuanto|hay)\\b.{0,12}\\b(?:sena|anticipo)
      |(?:dar|poner|dejar|adelantar|pedis|piden)\\b.{0,15}\\bdinero\\b(?:.{0,12}\\breserv\\w+)?|put\\b.{0,12}\\bmoney down
      |(?:pay|paying)\\b.{0,20}\\b(?:upfront|up front|in advance|beforehand|when (?:i|we) book)\
      """),
  CHECK_IN(
      "check-in",
      "check-in",
      """
      (?:cuando|que hora|pronto|antes)\\b.{0,25}\\b(?:entrar|acceder|instalar\\w*|ocupar)\\b(?:.{0,12}\\b(?:habitacion|cuarto|apartamento|hotel)\\w*)?
      |(?:habitacion|cuarto)\\b.{0,10}\\b(?:lista|preparad[ao])(?! para)|entrar\\b.{0,26}\\b(?:pronto|antes|temprano)
      |(?:a|desde|a partir de) (?:que hora|cuando)\\b.{0,20}\\bllegar
      |(?:que hora|cuando)\\b.{0,20}\\b(?:dan|dais|dariais|tenemos|tendremos|tendriamos|esta|estara) (?:la|nuestra|mi) habitacion
      |(?:which|what) (?:hour|time)\\b.{0,20}\\b(?:have|get|use|enter) (?:the|my|our) rooms?
      |(?:what time|when|how early|how soon)\\b.{0,20}\\b(?:get|go|move|check|come) in(?:to)?(?: (?:my|our|the))?(?: rooms?)?|rooms? (?:be )?ready\
      """),
  CHECK_OUT(
      "check-out",
      "check-out",
      """
      (?:hora|cuando)\\b.{0,20}\\b(?:entreg(?:a|ar|amos|o)|devolv(?:er|emos)|desocup\\w+)\\b.{0,12}\\b(?:cuarto|habitacion|llaves?|pieza)
      |(?:hasta (?:cuando|que hora)|a que hora|para que hora)\\b.{0,30}\\b(?:quedar\\w*|dejar\\w*|dejarl\\w+|salir|marchar\\w*|ir(?:nos|me|se)|desalojar|vaciar)\\b(?:.{0,20}\\b(?:habitacion|cuarto|hotel)\\w*)?
      |(?:what time|when|how late|until when|by when)\\b.{0,30}\\b(?:leave|be out|vacate|get out|clear out|keep)\\b(?:.{0,15}\\b(?:rooms?|hotel))?\
      """),
  RECEPTION(
      "recepción",
      "reception",
      """
      (?:alguien|gente|personal) en (?:la )?recepcion|(?:recepcionista|recepcion)\\b.{0,25}\\b(?:noche|madrugada|24 horas)|(?:que horario|horario|horas)\\b.{0,12}\\brecepcion|(?:hours|times)\\b.{0,12}\\b(?:reception|front desk)
      |(?:lleg\\w+|aterriz\\w+)\\b.{0,30}\\b(?:madrugada|medianoche|muy tarde|(?:1|2|3|4|una|dos|tres|cuatro)(?: y (?:media|cuarto|pico))? de la manana)
      |lleg\\w+\\b.{0,30}\\b(?:1[0-2]|diez|once|doce)(?: y (?:media|cuarto|pico))? de la noche|lleg\\w+\\b.{0,40}\\b(?:hay|habra|estara|queda) alguien|(?:arriv\\w+|get (?:there|in|to you)|be there|lands?)\\b.{0,30}\\b(?:10|11|12)(?::\\d\\d)? ?(?:pm|at night)
      |(?:hay|habra|habria|estara|queda) alguien (?:a (?:esas?|esa) horas?|(?:toda |por |de )?(?:la )?(?:noche|madrugada)|despierto)|(?:anyone|someone|anybody|somebody)(?: be)? (?:there|in|around)? ?(?:at that (?:time|hour)|that late|so late|overnight|all night)
      |(?:recib\\w+|atiend\\w+|abr\\w+|esper\\w+) alguien|alguien\\b.{0,8}\\b(?:abr(?:a|e|ir)|recib|atiend|esper)\\w*|(?:recibe|recibis|abre|abris) (?:a esa hora|de noche)
      |(?:arriv\\w+|get (?:there|in|to you)|be there|lands?|landing|check in)\\b.{0,30}\\b(?:after midnight|at midnight|middle of the night|very late|(?:1|2|3|4|one|two|three|four) ?(?:am|in the morning))
      |(?:anyone|anybody|somebody|someone)\\b.{0,10}\\b(?:at|on|in) (?:the )?(?:front )?(?:desk|reception)|(?:anyone|anybody|somebody|someone) (?:be )?(?:there|up|around|awake)\\b.{0,20}\\b(?:let (?:us|me) in|late|night|midnight|arrive)
      |(?:turn(?:ing)? up|show(?:ing)? up|roll(?:ing)? (?:up|in)|pull(?:ing)? (?:up|in))\\b.{0,30}\\b(?:after midnight|at midnight|middle of the night|very late|(?:1|2|3|4|11|12) ?(?:am|pm|in the morning|at night))|(?:will|would|can|could|is there) (?:anyone|someone|somebody|anybody) .{0,12}\\blet (?:us|me) in\
      """),
  DELIVERY(
      "domicilio",
      "delivery",
      """
      (?:me|nos) (?:lo |la |los |las )?(?:tra|llev|acerc|mand|envi)\\w+\\b.{0,20}\\b(?:a casa|al trabajo|a la oficina)
      |(?:llev|ped|recog)\\w*(?: \\w+){0,3} (?:a|para) casa
      |(?:food|meals?|something|dinner|lunch)\\b.{0,10}\\b(?:to take (?:home|away|out)|to go|to take with us|to take back)|(?:comida|algo|platos?|menu)\\b.{0,12}\\bpara llevar\\w*
      |(?:do|can|could|would) you (?:guys |also |even )?deliver|comer(?:l[oa]s?)? en casa|(?:deliver\\w*|bring|send)\\b.{0,15}\\b(?:to )?(?:my|our) (?:flat|house|home|place|door|office|apartment)\
      """),
  DRESS(
      "vestimenta",
      "dress code",
      """
      (?:ir|venir|vestir\\w*|vestid[oa]s?|entrar) (?:de |en |con )(?:traje|gala|chandal|vaqueros|bermudas|corto|sport|tacones|etiqueta|chanclas)
      |ir (?:mas|muy|bien) (?:puest|arreglad|elegant|vestid)\\w+|(?:camisa|chaqueta|corbata|vaqueros|pantalon corto|zapatillas)\\b.{0,15}\\b(?:vale|sirve|basta|obligatori\\w|hace falta)
      |(?:trainers|sneakers|jeans|shorts|sandals|flip flops)\\b.{0,25}\\b(?:ok|okay|frowned|allowed|fine|acceptable|alright)(?: upon)?
      |dress up|suit and tie|(?:turn up|come|go) in (?:jeans|shorts|trainers|sneakers|a suit)\
      """),
  MENU(
      "carta",
      "menu",
      """
      que (?:se come|se puede comer|se cocina|cocinais|cocinan|hay (?:de|para) comer|teneis (?:de|para) comer|comida (?:teneis|hay|dais|haceis|tienen|hacen))(?: (?:ahi|alli|aqui))?
      |(?:que es )?lo (?:mas )?tipico(?: de la casa| vuestro)?|platos? estrella|what(?:s| is)? (?:good to eat|on the menu|there to eat)
      |signature dish(?:es)?|what (?:do|can) you (?:cook|recommend to eat)|(?:kind|sort|type) of (?:food|cooking|cuisine)\
      """),
  SET_LUNCH(
      "menú del día",
      "set lunch",
      """
      (?:cuanto|precio|vale|valdria|sale|saldria|cuesta|costaria|cobr\\w+|a como)\\b(?! \\w+ (?:las?|los?) \\w+ ).{0,22}\\bmenu(?! (?:infantil|vegan|vegetar|sin|de ninos|para ninos|de navidad))|menu\\b(?! (?:infantil|vegan|vegetar|sin|de ninos|para ninos|de navidad)).{0,12}\\b(?:cuanto|precio|vale|sale|cuesta)
      |(?:how much|price|cost)\\b.{0,18}\\b(?:(?:lunch|set|daily) menu|menu|lunch)(?! for (?:kids|children))
      |menu (?:entre semana|(?:a|de|al) mediodia|barato|economico|diario|de diario)|menu (?:lleva|incluye|trae|viene con|va con)\\b.{0,25}
      |(?:menu|lunch)\\b.{0,12}\\b(?:include|come with|comes with)\\b.{0,20}|weekday (?:menu|lunch)|lunch deal\
      """),
  CAKE(
      "tarta",
      "cake",
      """
      (?:llev|tra)\\w+\\b.{0,12}\\b(?:el|la|un|una|nuestr[oa]|mi|de) (?:postre|pastel|bizcocho|tarta)|(?:soplar|poner)\\b.{0,8}\\bvelas
      |bring\\w*\\b.{0,12}\\b(?:dessert|pudding)|blow out\\b.{0,8}\\bcandles\
      """),
  CORKAGE(
      "descorche",
      "corkage",
      """
      (?:llev|tra)\\w+\\b.{0,22}\\b(?:vinos?|botellas?|cava|champan)(?: \\w+)?|(?:abrir|descorchar)\\w*\\b.{0,15}\\bbotella
      |(?:bring|open)\\w*\\b.{0,18}\\b(?:wines?|bottles?|champagne|fizz)|byob
      |(?:allowed|okay|ok|can (?:we|i)|could (?:we|i)|may (?:we|i))\\b.{0,8}\\b(?:drink|open|uncork) it\\b(?: (?:at your|in your|with you|there)\\w*)?\
      """),
  RESTAURANT(
      "restaurante",
      "restaurant",
      """
      (?:cenar|comer|almorzar) (?:ahi|alli|aqui|en el hotel)(?: mismo)?|(?:cenas?|comidas?|almuerzos?) en el (?:mismo )?hotel|(?:dinners?|lunch|meals?|food) (?:in|at) the hotel|se (?:come|cena) (?:bien|ahi|alli|en el hotel)|donde\\b.{0,18}\\b(?:comer|cenar|almorzar|tapear)
      |(?:where|somewhere|anywhere|place)\\b.{0,18}\\b(?:eat|have dinner|have lunch|dine|a meal)\
      """),
  CHILDREN(
      "menú infantil",
      "children's menu",
      """
      menu (?:infantil|(?:de|para) (?:los )?(?:ninos|peques|crios))|(?:kids|childs?|childrens|children) (?:menu|meals?|food|portions?)|menu for (?:the )?(?:kids|children)
      |(?:crios|peques?|ninos|chavales|chiquillos|nenes)\\b.{0,15}\\b(?:que )?(?:comen|comer)\\b|(?:kids|children|little ones|toddlers)\\b.{0,15}\\b(?:eat|meals?)
      |(?:eat|food|meals?|anything|something|menu)\\b.{0,14}\\bfor (?:the |my |our |young |a )?(?:kids|children|little ones|littl?uns|toddlers?|young ones)(?: to eat)?\
      """),
  ALLERGENS(
      "alérgenos",
      "allergens",
      """
      (?:alergic[oa]s?|alergia|intolerantes?|intolerancia) (?:\\w+ )?(?:al?|a los|a las|a la) (?!gluten|lactosa|trigo)\\w+|(?:nuts?|peanuts?|milk|dairy|egg|fish|shellfish|seafood|sesame|soya?|food|severe|bad) allerg\\w+
      |(?:allergic|intolerant|allergy|intolerance) to (?!gluten|lactose|wheat)\\w+\
      """),
  VEGETARIAN(
      "vegetariano",
      "vegetarian",
      """
      no com\\w+ (?:ni )?carne(?: ni pescado)?|(?:doesnt|dont|do not|does not|cant) eat (?:any )?meat|meat free|meatless
      |(?:es|soy|son|somos|is|im|are|s|were|husband|wife|son|daughter|friend|mum|dad)(?: (?:a|an|both|all|estricta|estricto))? (?:vegan|vegetarian)\\w*\\b.{0,60}\\b(?:carta|menu|comer|platos?|opciones|eat|dish\\w*|options?)(?: (?:for|para) (?:her|him|me|us|them|ella|el|mi|nosotr\\w+))?(?: beyond .{1,30}| apart from .{1,30}| que no sea .{1,30})?\
      """),
  TERRACE(
      "terraza",
      "terrace",
      """
      (?:calefaccion|calient\\w+|calent\\w+|frio|calor|estufas?|mantas?|lluev\\w+|cubiert[oa])\\b.{0,20}\\b(?:fuera|terraza)
      |(?:fuera|terraza)\\b.{0,20}\\b(?:calefac\\w+|calient\\w+|frio|calor|climatizad\\w|cerrada|cubierta|techad\\w|estufas?)
      |(?:warm|cold|heat\\w+|covered|blankets|rain\\w*)\\b.{0,20}\\b(?:outside|terrace|patio)|(?:outside|terrace|patio)\\b.{0,20}\\b(?:warm|cold|heat\\w+|covered|rain\\w*)
      |(?:com|cen|sent)\\w+ fuera|mesas? fuera|fuera (?:hay|teneis|tienen) (?:mesas?|sitio)
      |(?:freez\\w+|frozen|chilly|be cold|get cold)\\b.{0,12}\\b(?:out there|outside|out)|(?:frio|hel\\w+|congel\\w+)\\b.{0,12}\\b(?:ahi fuera|alli fuera)
      |(?:sit|sat|eat|dine|tables?|seats?) (?:out|outside|outdoors|out front)|al fresco\
      """),
  SMOKING(
      "fumar",
      "smoking",
      """
      fum(?:o|a|an|amos|ador|adora|adores|e|en|ar)(?: (?:en|desde|dentro de) (?:el|la|los|las|un|una|mi|nuestra) (?:propi[oa] )?(?!restaurante)\\w+(?: de la habitacion)?)?
      |smok(?:e|es|ing|ers?)(?: (?:on|in|out on|at|inside) (?:the|a|my|our) (?:room )?\\w+(?: of (?:the|my|our) rooms?)?)?|vap(?:e|ear|ing)\
      """),
  BEDS(
      "camas separadas",
      "separate beds",
      """
      camas? (?:sueltas?|aparte)|dorm\\w+ (?:por )?separad[oa]s?|camas por separado
      |beds? (?:be )?(?:apart|separated|split)|sleep (?:apart|separately)|not share a bed\
      """),
  COTS(
      "cuna",
      "cot",
      "bebe\\b.{0,20}\\bdorm\\w+|dorm\\w+\\b.{0,15}\\b(?:el|la|mi|nuestro|un) bebe|(?:baby|infant)\\b.{0,20}\\bsleep\\w*|sleep\\w*\\b.{0,12}\\b(?:baby|infant)"),
  HIGH_CHAIR(
      "trona",
      "high chair",
      """
      (?:bebe|nino|nina|peque)\\b.{0,20}\\bsentar\\w*|sentar\\w*\\b.{0,8}\\b(?:al|el|la|a la) (?:bebe|nino|nina|peque)
      |(?:to )?sit (?:him|her|the baby|our baby|my baby)|(?:months?|year) old\\b.{0,15}\\bsit\
      """),
  LUGGAGE(
      "equipaje",
      "luggage",
      """
      (?:store|leave|drop|keep|stow)\\b.{0,15}\\b(?:suitcases?|bags?|cases|luggage|backpacks?)|(?:maletas?|bultos|mochilas)\\b.{0,30}\\b(?:dej\\w+|guard\\w+|hacemos|hago)|(?:suitcases?|bags?|cases)\\b.{0,15}\\b(?:after|before|until)\\b.{0,15}\\b(?:check ?(?:out|in)|leave)\
      """),
  INVOICE(
      "factura",
      "invoice",
      "a nombre de (?:mi|la|nuestra|una) empresa|con (?:el )?cif|(?:in|to) (?:my|our|the) companys?(?: name)?|expense (?:it|this|the stay)"),
  ADDRESS(
      "dirección",
      "address",
      """
      en que (?:parte|zona|barrio|calle|lugar|sitio)\\b.{0,25}\\b(?:estais|estan|quedais?|queda|caeis)|por donde (?:estais|caeis|quedais)
      |(?:lejos|cerca|a cuanto) del? centro|en pleno centro|centric[oa]s?|(?:close|near|far|walk)\\b.{0,8}\\b(?:to|from)?\\b.{0,5}\\bcent(?:re|er)|central
      |whereabouts(?: are you)?|how (?:would|do|will|can|should) (?:i|we) find you|(?:what|which) part of (?:town|the city)\
      """),
  DIRECTIONS(
      "cómo llegar",
      "how to get here",
      """
      (?:andando|caminando|a pie|en taxi)\\b.{0,12}\\bdesde (?:la )?(?:estacion|tren)|desde la estacion\\b.{0,25}\\b(?:andando|a pie|caminando|lejos|mucho)
      |(?:walk\\w*|taxi|far|get)\\b.{0,14}\\bfrom (?:the )?(?:train |railway )?station|(?:train |railway )?station\\b.{0,14}\\bwalk\\w*\
      """),
  GYM(
      "gimnasio",
      "gym",
      "entrenar|hacer (?:ejercicio|pesas)|cinta de correr|lift weights|treadmill"),
  POOL("piscina", "pool", "ban(?:ar|arse|arnos|arme|arte)|nadar|have a dip|go for a swim");

  /** Whose turns of phrase are a question by themselves, whatever else they name. */
  private static final Set<Kind> WHOLE =
      EnumSet.of(
          CANCELLATION,
          CHECK_IN,
          CHECK_OUT,
          RECEPTION,
          DELIVERY,
          RESTAURANT,
          DIRECTIONS,
          SET_LUNCH,
          CHILDREN);

  private static final Lately<EnumSet<Kind>> MEANT = new Lately<>(256, Kind::find);

  private static final FilteredPattern SENTENCE_END =
      FilteredPattern.compile("[?!;\\n]|\\.(?=\\s|$)");
  private static final FilteredPattern NO_WORD = FilteredPattern.compile("[^\\p{L}\\p{Nd},\n]+");
  private static final FilteredPattern AROUND_COMMA = FilteredPattern.compile(" *([,\n]) *");

  private final String spanish;
  private final String english;
  private final FilteredPattern phrases;

  Kind(String spanish, String english, String phrases) {
    this.spanish = spanish;
    this.english = english;
    this.phrases = FilteredPattern.compile("\\b(?:" + phrases.replace("\n", "") + ")(?!\\w)");
  }

  /** Whether what it names on the way, as a payment or a train, is not asked about. */
  public boolean isWhole() {
    return WHOLE.contains(this);
  }

  /** What it is called. */
  public String in(String language) {
    return language.startsWith("en") ? english : spanish;
  }

  /** What is meant by the turns of phrase of a message. */
  public static Set<Kind> meant(String said) {
    return EnumSet.copyOf(MEANT.of(said));
  }

  private static EnumSet<Kind> find(String said) {
    String plain = withCommas(said);
    EnumSet<Kind> found = EnumSet.noneOf(Kind.class);
    for (Kind kind : values()) {
      if (kind.phrases.matcher(plain).find()) {
        found.add(kind);
      }
    }
    return found;
  }

  /**
   * The question with each turn of phrase replaced by the name of what it means, without the parts
   * of the sentence that tell of something else; empty if there is none.
   */
  public static String named(String said, String language) {
    String plain = withCommas(said);
    String named = plain;
    for (Kind kind : values()) {
      String name = kind.in(language);
      named = kind.phrases.matcher(named).replaceAll("<" + name + ">");
    }
    StringBuilder asked = new StringBuilder();
    for (String clause : named.split("[,\n]")) {
      if (clause.contains("<")) {
        asked.append(' ').append(clause.replaceAll("[<>]", " ").strip());
      }
    }
    return asked.toString().strip();
  }

  /** Plain words, the commas between them, and each sentence on a line of its own. */
  private static String withCommas(String said) {
    String lines = SENTENCE_END.matcher(Question.plain(said).strip()).replaceAll("\n");
    String words = NO_WORD.matcher(lines).replaceAll(" ");
    return AROUND_COMMA.matcher(words).replaceAll("$1").toLowerCase(Locale.ROOT).strip();
  }
}
