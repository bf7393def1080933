package io.conserje.conversation.builtin;

import java.util.List;

/** Everyday words that mean nothing here but are nobody's name. */
final class CommonWords {

  private static final String SPANISH =
      """
      abajo abierto abrazo abrir aburrido acabamos acabar acompanar acuerdas acuerdo adelantado
      afuera agradable agua ahorita ahi aire alguito alto amigo andamos andando
      animo antier anterior anoto apano aparece apetece apunte apuro aquella aquello aquellos
      arriba arroz asado asco asiento asunto atencion atender aunque avisar aviso ayudar
      bajo balde barato basta bastante beber bebida bici bocadillo boda bodas
       botella brasa breve broma buscando buscar cabe cabemos caben cafe calentito
      caliente calor cama camarero cambiado caro carne carretera cerca cercano cerrado
      cerrar cerveza chip cierto cigarro cita ciudad claramente clase coche coches cocina codigo codigos localizador cogeis
      coger coja cojo colegio comenzar comes comido comodo compra comprar comprendo comunion
      conocemos conocer conocido contento contestar contigo corta corto costar costumbre creemos
      creo cualquier cuchara cuenta cuesta cuidado cuidao culpa cumplir cumplimos cuyo debajo
      deben debo decia decidir decir delante demasiado dentro depende derecha derecho desayuno
      descuento desear desea deseo despacio despues detalle detras devolver difunto dificil
      dinero directamente disculpen disfrutar distinto divertido domicilio doy dudas duda dulce durante
      echar edad ejemplo empezar empieza encanta encantado encima encontrar enfadado enfermo
      ensalada ensenar entender entendido entera enterado enterar entero entiendo entrada
      entrar envia enviar epoca equipo equivocado error escribe escribir escribo escuchar
      espanol especial especialmente esperamos esperando esperar estaba estabamos estoy exacta
      explicar extra extranjero facil facilito falla fallo faltan familiar felicidad feo
      fiesta final finales firma fondo forma formal fria frio fruta fuego
      fumar futuro ganas general genio grado grande grandes gratis grave guapa
      guardar guarda gustan gusto hablando hablar hablo hambre hambriento hambrienta harto haceis hacen hecha
      helado herida hielo historia hombre hombres huevo huevos humo idea idioma igualmente
      imagina imagino importa importante imposible incluido indica informacion ingles interior
      invitado invitar jamas jardin joven jovenes juntos juntas jugar lado larga
      lavabo leche leer lejos lento letra libre libres limpio lista llama llaman llamar llamada
      llego llega lleno llena llueve lluvia loco luego lugar madrugada mala malo mandar
      mando mano mantel mapa maquina marcha marchar marido mayores mayoria media medio
      mejora memoria menores mensaje mente mero mesero mezcla miedo miel mientras mil mirando
      misma mitad moderno modo molesta molestia monton motivo mover mozo muchisimas
      muchisimo mudo mueve mujer mundo musica nacer nadie naturalmente necesario necesita
      negro ningun nivel normal normalmente nosotros nota noticia novedad nuestros nunca
      obligatorio obvio ocasion ocupado ocurre oferta oigo ojala olvidar olvide opcion opinion
      orden pagado pagar pais palabra pan pantalla papel par parada parece pareceria parejita
      parte particular pasa pasado pasar paseo paso pastel pata patatas pedir pelo pena
      pensar pensado pequena pequeno perdido perfectamente permiso pescado peso pide pidiendo
      piensa pienso piso placer plan plano poca pocas pocos poner posibilidad posible
      postre practico preciosa precisamente prefiere preferible preferimos preferir prefiero
      pregunta preguntar preocupe preparar pretende primera prisa privado probar problema
      problemas profesional programa pronto propio propongo proposito prueba publico pueblo
      puerta puesto punto puro queja quejar quiera quieren quitar rapida rapidamente rapido rato
      razon razones realidad realmente recibido recibir recoger recomienda recuerda recuerdo
      referencia regalo regla regular relax repetir repito respuesta resto retraso reunion rica
      rico ropa rota roto ruido sabado saben sabia sabor saco salida salir
       salud saludo seco secreto seguido seguir seguramente segura seguro
      semana senal sencillo sencilla sentar sentarnos sentimos senora senores senorita separado
       servicio servir servidor siento sientes sigue siguiente silencio sillas sobra
      sobre sociedad solas solamente solo sombra sopa sorpresa suave subir sucio suele suelo
      suena suerte suficiente sugiere supongo tamano tapas tapada tardar tarde tarjeta
      temprano tendremos tenedor tener terminar termino tia tiempo tienda tipo tocar
      todavia tomar tonteria total trabajar trabajo traer traemos traje tranquila
      tranquilamente tranquilo tras trata tren triste ultima ultimo unico unica urgencia usar
      utilizar vacaciones vacio vale valor vamos vario vaso veces vecino vecinos
      veinteavo veintitantos venir ventaja verano verdad verduras vergonzoso viaje
      viajar vida vieja viejo viento vinos visita visitar vistas vivo vivimos volver
      vosotras voz vuelo vuelta vuestra vuestro zapatos zona
      """;

  private static final String ENGLISH =
      """
      able above absolutely accept accident account across add address afraid again ago agree
      ahead airport alive allow allowed almost alone along already although always amazing angry
      animal annoying another anymore anyway apart appear appreciate area arrive arriving aside ask
      asking asleep attend average awake away awful awkward baby back bad bag band bar basic
      basically bear beautiful become bed beer began begin behind believe below beside besides bet
      better between beyond big birth bit blue boat body bored boring borrow both bottle
      bottom bought boy brief broken brought build building bus business busy buy called
      calm came camera car care careful carefully carry case cash casual cat catch caught cause
      central centre certain certainly chair challenge chance changed cheap cheaper check cheese
      choice choose city class clean clear clearly clever close closer clothes club coast coat
      coffee cold colleague comfortable comment common company compare complain complete
      completely concern confirm confused connect consider contact continue cool corner correctly
      country courtyard cover crazy cream crowd crowded cup current curious custom customer cut
      daily damn dance dark dates deal dear decent decide decided deep definite delay delayed
      delicious depend depends describe desk despite details difference different differently
      difficult direct direction dirty disappointed discuss dish dishes door double doubt downstairs
      dress drink drinking drive driver driving drop dry due during each easier easily easy eating
      edge effort either else email empty end ended engaged enjoy enough enter entirely entrance
      equal error escape especially essential even evening event eventually ever every everybody
      everyone everything everywhere exactly example except exciting excuse exit expect expected
      expensive experience explain extra extremely face fact fair fall family famous fan
       fantastic far fast fault favourite feel feeling felt few figure fill film final finally
      find finish firm fit fix flat flexible flight floor flower follow fond foot foreign
      forever forget forgot form former forward found free french frequently fresh friendly front
      full fully fun funny further future gang garden gate general generally gentle girl given glad
      gone grateful greedy ground grow guess guide guy guys hair half hand handle
      handy hang happen happened happens happy hard hardly hate head health hear heard heart heat
      heating heavy height held hello helpful hidden high himself hit hole holiday honest honestly
       hopefully hoping horrible hot huge human hungry hurry hurt ice ideally ideas imagine
      immediately important impossible include included indoor inform information inquire inside
      insist instance intend interested interesting introduce invite involve issue item job join
      joined joke journey juice jump keen keep kept key kind kindly kinda kitchen knew knife know
      knowing known language lap large larger lately latter laugh lazy lead leads learn least leave
      leaving left leg less letter level lie life lift likely limit line link list listen little
      live lives living local located lock lonely longer lose lost lot lots loud loved
      low lower lucky mad main mainly majority make manage manner map market married massive match
      matter meal mean means meant meanwhile measure meat meet meeting member memory mention
      mentioned mess message middle mind mine minor mistake mix mixed modern money mood morning
      mostly mother motion mouth move moved moving music must myself nature near nearby nearly neat
      necessary needed needs neither nervous never newly nicely noise noisy none nor normal normally
      note nothing notice nowhere obvious obviously odd offer office often old older once ones
      opening opinion opposite option options order ordinary original otherwise ourselves outdoor
      outdoors own paid pain paint pair paper part particular particularly partner parts
      pass passed past path patient peace peaceful perhaps person personal phone photo pick picked
      picture piece place plain plan plane planned planning plans plate play plenty plus pocket point
      police polite poor popular position positive possibility possibly post powder prefer preferred
      prepare present press pretty previous previously private probably problem process produce
      promise proper properly protect proud provide public pull push puts quality question quick
      quickly quiet quietly quite race rain random rare rarely rate reach read ready realise
      realize reason reasonable receive recent recently recommend recommended red reduce refer
      refuse regular regularly related relax remember remind remove repeat reply report request
      require rest result return ride ring rise risk road romantic rough round rubbish rule
      run rush sad safe safely sauce save saw saying scene school sea search season second secret
      section seem seemed seems seen self sell send sense sensible sent separate separately serious
      seriously serve served service set settled several shade shame share shop shore
      shortly shout show shown shut shy sick side sight sign silent silly similar simple simply
      since single sit sitting situation size sleep slight slightly slow slowly smart smell smile
      smoke smoking smooth social soft solid solution sometime sometimes somewhere song sort
      sorted sound sounds sour space spare speak special specific spell spend spoke spoken
      stand standard start started starting starving state station status stay staying step stick
      stomach stop stopped story straight strange street strong student stuff stupid style
      such sudden suddenly suggest suit suitable sunny suppose supposed surprised swim system
      tall taste taxi tell temporary term terrible test text thanking themselves therefore thin
      things thinking thirsty though thought thousand throughout throw tidy tight till tiny tired
      title together told tomorrow tongue tonight totally touch tour tourist towards town traffic
      train travel travelling treat tried trip trouble true trust truth try trying turn type
      typical unable under understand understood unfortunately unhappy unless unlikely until
      upset upstairs urgent use used useful usual usually vacation valid value various vegan view
      visit visiting voice waiter waiting walk wanna warm warn wash waste watch water way
      wear weather website wedding weekly weird went wet whatever wheel whenever wherever whether
      while whole whose wide wind window wine winter wonder wonderful wondering wooden
      word words work working works world worry worried worse worst worth write written wrong yard
      yeah yesterday yet young yourself yourselves yummy
      """;

  private CommonWords() {}

  static List<String> all() {
    return List.of((SPANISH + " " + ENGLISH).strip().split("\\s+"));
  }
}
