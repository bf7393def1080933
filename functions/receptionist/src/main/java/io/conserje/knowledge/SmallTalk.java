package io.conserje.knowledge;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that a question is asked with and that do not say what it is about. They may still be part
 * of a topic's name.
 */
final class SmallTalk {

  static final Set<String> WORDS =
      Pattern.compile("\\s+")
          .splitAsStream(
              """
              a al algo alguien algun alguna algunas alguno algunos ahi alla alli ante antes aqui asi aun aunque
              bien buen buena buenas bueno buenos cada casi como con cual cuales cualquier cuando
              cuanta cuantas cuanto cuantos da dais dan dar de dame deme del desde donde dos e el ella ellas ellos en entonces entre
              era eran eres es esa esas ese eso esos esta estais estamos estan estar estaba este esto estos estas
              estoy fue fuera ha haber habra habria hace haces haceis hacen hacer hago han has hasta hay ay
              haya he hemos hola la las le les lo los mas me mejor menos mi mia mias mio mis mucha mucho muy nada
              ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero pues por porque
              que quien se sea sean seria serian ser si sido siempre sin sobre solo somos son soy su sus
              tal tambien tampoco tan tanto te ten tenia teneis tenemos tenes tener tengo tendreis tendran tendria
              tendriais tiene tienen tienes ti tu tus un una unas uno unos usted ustedes va vais vamos van
              vas ver vez voy vosotros y ya yo
              adios gracias favor porfa porfavor perdon perdona perdone disculpa disculpe oiga oye mira mire genial perfecto vale ok okay
              dias dia tardes noches noche tarde manana hoy ayer ahora luego despues momento rato
              buenos saludo saludos encantado estimados
              ayudar ayudarme ayuda cosa cosas consulta consultar contarme cuenta cuentame cuesta cuestan cobran cobrais costaria
              costo coste saber sabe sabeis saben sabes decir decidme decirme decis dime diga digame dice informacion info informar
              informarme interesa interesaria gustaria gusta queria quisiera quiero querria queremos queriamos quieren
              pregunta preguntar preguntaba duda dudas puede pueden puedes podeis podemos podria podriais podrian podrias puedo poder
              posible posibilidad permite permiten permitis permitido dejais dejan deja admiten admitis admite reciben recibis recibe manejan manejais aceptais aceptan acepta acepto aceptado
              ofrece ofreceis ofrecen ofreceria disponen disponeis dispone disponible disponibles cuentan contais incluye incluyen incluido incluida incluidos
              existe existen hubiera tipo tipos clase opcion opciones alguno precio precios vale valen euro euros sale
              gratis gratuito gratuita libre pagar caro barato
              necesito necesita necesitamos necesario hace falta busco buscar buscamos encuentro encontrar
              toda todas todo todos ir llevais llevan llevas llevando lleve lleven dentro vengo venir venimos viene vienen vendria vengan vaya vayamos llevar llevo llevamos lleva traer traigo traemos
              entrar entra pasar pasa usar uso utilizar usamos pedir pido piden sirve sirven servis
              hotel restaurante local sitio casa establecimiento vuestro vuestra vuestros vuestras
              reserva reservar reservo reservado mesa
              persona personas gente amigo amigos amiga amigas pareja familia novia novio marido mujer madre padre hijo hija hermana hermano
              cerca lado propio propia ademas eh eeh jaja jeje uy ah oh bah
              invierno verano festivo festivos lunes martes miercoles jueves viernes sabado sabados domingo domingos semana
              hora horas horario horarios minutos exacta exacto exactamente habitacion habitaciones cuarto comer comida comidas come comemos
              plato platos cenar cena cenas coge cogeis cogen pasais pasas pasan paso enviar envia enviais enviarme mandar manda mandais mandarme
              solamente unicamente todavia incluso seguro actualmente normalmente alrededor sitios zona modo forma manera
              ofrecen cobra cobro cobrar pongo poner ponen poneis pone hacemos haciendo hecho quedar queda quedan
              abuela abuelo abuelos suegra suegro padres tio tia primo prima mis hijos hermanos
              necesitaremos necesitare necesitariamos necesitaria prefiero preferimos preferiria prefeririamos viajo viajamos viajar viajaremos viajando
              llegamos llegaremos llegare llego llegan venga vengamos vendre vendremos vendran iremos ire iriamos iria yendo viniendo
              llevaremos llevariamos traeremos traeria traiga traigan pongan pongais ponernos ponerme pondriais pondrian dejarlo dejarla dejarlos dejarme
              dejamos cobreis cobrariais cobrarian cobrarme cobrarnos pedirlo pedimos usamos funciona funcionan sentarnos sentarme sentar estemos estaremos
              problema problemas pequeno pequena pequenos pequenas chiquito chiquita chiquitito chiquitita pequenito pequenita mediano mediana tranquilo bonito bueno grande grandes tiny facil dificil especial especiales normal final principio caso casos
              alguno ninguno ninguna ningun primer primera ultimo ultima nuevo nueva mismo misma edad meses mes anos ano extra suplementos
              mandadme mandame mandeme enviadme enviame enviarnos decidnos digannos confirmar confirmarme confirmadme confirmeis explicar explicarme
              partir hacia durante aunque mientras frio calor dinero perder pierdo perdemos pasaria pasara pasase ocurre sucede
              suele sueles solemos pedirse comiendo cenando viniendo hubiese habria tendra tendremos tenga tengan tengais tuviera tuviese
              novios companero companera companeros amiguitos grupo chica chico senora senor abuelita mama papa nena nene
              entiendo entonces obviamente simplemente digo creo pienso imagino supuesto importa importaria molesta molestar agradeceria
              verdad cierto claro supongo creo tema cuestion respecto acerca relacion
              uno tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta media medio cuarto
              enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
              salir salimos salgo uf uy uh domingos lunes llegar llegue lleguemos empieza empiezan pesa pesan pesaria pide platillos platillo manejan manejas maneja ustedes cierto tomar toma tomo paga pagan quedarse quedarnos
              k q xq pq tb tmb porq aki tbn bn
              an and any anything anyone are arent as at be been being but by can cant could couldnt did do does
              doesnt doing dont for from get getting give go going got had has have having hello hey hi how hows i id if
              ill im in into is isnt it its ive just know let like me might more much many my need needs next
              of off okay on once one or our out please possible quick question really s say see should so some someone
              something sorry still tell thank thanks that thats the their them then there theres these they
              thing things this those to too um up us use using want wanted was wasnt we well were weve what whats when
              where wheres which who whos why will with wonder wondering would wouldnt yeah yes yet you your
              youre youve yours about also am another around available bring bringing charge charged cost costs
              price prices pay free offer offers provide provided serve served serving allow allowed accept accepts include included
              includes come coming take find found guys good morning afternoon evening day days today tonight tomorrow week
              make hotel restaurant place house table booking book booked reservation near nearby here
              person people friend friends family wife husband partner last first other own
              monday tuesday wednesday thursday friday saturday sunday weekend cool great perfect lovely fine alright
              time times hour hours only until till anywhere somewhere where wheres option options fee fees order ordering send sent
              room rooms food dish dishes eat eating meal meals dine dining dad mum mom mother father son daughter brother sister parents
              any exact exactly actually always ever still even only also both either lot lots wondering provide exist exists stay staying
              night nights nearest closest abierto abierta abiertos abiertas libres open opens stays put keep show used use uses
              brings brought travel travelling traveling travels hold holding require required requires problem problems issue issues extra easy
              hard late later early earlier month months year years old along over under girl boy girls boys girlfriend boyfriend grandma grandpa
              grandmother grandfather small big little large arrive arriving arrives arrived leave leaving happen happens happened
              think thinking know knowing wants wanting needed wondered hoping hope plan planning planned coming came went visiting visit
              drive driving drove sit sitting seat seated making made sure chance certain general usual usually able allowing lets let going
              gonna wanna pls plz thx ty hiya dear sir madam team everyone anybody somebody nobody none each every all both else though
              although while during since because until before after again already maybe perhaps probably yeah nope actually basically
              best better worst worse long short high low few less least enough quite pretty rather such same different new
              may shall must might ought im ive id ill hes shes were theyre isnt arent dont doesnt didnt wont wouldnt couldnt shouldnt hasnt havent
              cliente clientes huesped huespedes alojados customer customers guest guests guys resident residents
              cater caters catering mains main course courses starters starter meant sort kind kinds served suitable nice decent proper meant people
              us myself yourself ourselves him her his hers she he it its one two three four five six seven eight nine ten
              mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekday weekdays midweek trabajais trabajan trabajas manejan manejais laborables laborable site permitted permit allowed winter summer
              per mind check info information kind sort comes goes makes gets takes works keeps
              irme irnos irse marcharme marcharnos marcharse marchamos salga salgan salgo salimos saldria cojo cogemos cogido meter metemos
              dejado encontrar encontramos acabar acaba acabamos empezar empieza empiezan termina terminan terminar dura duran tarda tardan
              sacar pensar pensamos pensando probar parece parecen conozco conoce conocemos leido visto vemos mirado mirando oido dicho contado
              comentado comentaron llamado llamo llamar escribo escribir enterar enterarme apetece encanta encantaria encantan preocupa
              importante simple rapido rapida vosotras nosotras aquello aquel aquella dentro abajo arriba atras delante enfrente lejos
              finish finishes finished start starts begin begins end ends lasts working look looking looks seem seems feel heard read saw
              seen said told called calling write asked asking telling happy glad far away nice thinking spend spending
              january february march april june july august september october november december
              """)
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private SmallTalk() {}
}
