package io.conserje.conversation.builtin;

import java.util.Set;

/** Common first names, plain: enough to tell a bare name from a word we do not know. */
final class FirstNames {

  private static final Set<String> NAMES =
      Set.of(
          """
          carl kirsty gary dorothy marcus ashley rhian owen callum deepa cian hayley constanza
          renzo blas irune cayetana borja craig shaun barry malcolm geoff kev graeme
          ewan hamish declan niall aoife maeve roisin eileen tracey sharon donna stacey leanne
          aaron adela adrian adriana agustin aitana aitor alba albert alberto alejandra
          alejandro alex alexander alexandra alexis alfonso alfredo alice alicia alma alvaro
          amalia amanda amelia amparo amy ana anabel andrea andreas andres andrew andy angel
          angela angeles anita ann anna anne anthony antonia antonio araceli ariadna ariel
          arturo asuncion aurora barbara beatriz belen ben benjamin bernardo berta blanca brenda
          brian bruno camila candela carla carlos carmen carol carolina caroline catalina
          catherine cecilia celia cesar charles charlie charlotte chloe chris christian
          christina christine clara claudia concha conchita consuelo cristian cristina cristobal
          daniel daniela david debora diana diego dolores domingo donald duncan edgar eduardo
          edward elena elisa elizabeth ella eloisa elsa elvira emilia emilio emily emma encarna
          enrique eric erica ernesto esperanza esteban estela ester esther ethan eugenia eva
          fabian fatima federico felipe felix fernanda fernando florencia francesca francis
          francisca francisco frank gabriel gabriela gael gemma george gerardo gloria gonzalo
          grace graciela gregorio guadalupe guillermo gustavo hannah harry hector helen helena
          henry hugo ian ignacio ines inma irene iris isaac isabel isabella ismael ivan jack
          jacinto jacob jaime jairo james jane javier jennifer jeronimo jessica jesus jim joan
          joaquin joe joel john jonathan jordi jorge jose josefa josefina joseph joshua juan
          juana juanjo julia julian juliana julie julieta julio karen karina karl kate katherine
          katie kevin laia lara laura lautaro leandro leo leonardo leonor leticia lewis liam
          lidia lily linda lisa lola lorena lorenzo louis louise lourdes luca lucas lucia
          luciana luciano lucy luis luisa luna luz macarena magdalena manolo manuel manuela mar
          marc marcela marcelo marcos margaret margarita maria mariana mariano maribel marie
          marina mario marisa marisol mark marta martha martin martina mary mateo matilde matt
          matthew matias mauricio maximo megan melissa mercedes mia micaela michael michelle
          miguel mike milagros mireia miriam molly monica montse montserrat nacho nadia natalia
          nathan nerea nicholas nicolas noah noelia nora nuria octavio olga oliver olivia omar
          oscar pablo paco paloma pamela patricia patricio patrick paul paula paulina paz pedro
          pepa pepe peter peggy philip pilar rachel rafael rafa ramiro ramon raquel raul rebeca
          rebecca remedios ricardo richard rita robert roberto rocio rodrigo rogelio roman rosa
          rosalia rosario roxana ruben ruth ryan sabrina salvador sam samantha samuel sandra
          santiago sara sarah sebastian sergio silvia simon sofia soledad sonia sophia sophie
          soraya stephen steve steven sue susan susana tamara tania teresa thiago thomas tim
          toby tom tomas toni tony trinidad valentina valentin valeria vanesa vera veronica
          vicente victor victoria vincent violeta virginia walter william ximena yolanda zoe
          dave bob bill ken ron dan rob fred sally jenny katy kathy nick pete phil ted becky
          beth liz kim javi pepi patri paqui santi edu quique chema curro vicky fran alvarito
          manu mariajo juanma abel adolfo ainhoa ainara aimar albano alfred alison alistair
          amaia amira anders angus anibal anouk anselmo ansel antoine anton arantxa aroa asier
          astrid augusto aurelio azucena bartolome beatrice begona benito benjamina bernard
          bernat berenice bettina biel bjorn bosco bridget caitlin calum carina carles carlota
          carmelo casandra casilda celeste cesc chantal cheryl cintia ciro claire claude
          clemente colin conor cosme cynthia damian dario darren deborah delfina delia denis
          denise derek desiree diane dimitri dominic dorotea dylan edgardo edith eduarda eider
          elias eleanor eloy elvis emiliano emmanuel encarni enzo erika erik ernest estefania
          eulalia eusebio evan evelyn ezequiel facundo faustino fermin fidel fiona fiorella
          flavia francesc fructuoso gabi garazi gareth garikoitz gaspar gavin geoffrey georgia
          georgina german gerard gertrudis gilberto gillian giovanni gisela giulia gladys gordon
          graham greta guido guillem gunter haizea hans harold hazel heather heidi heinrich
          henri herminia hilda hiroshi horacio hortensia humberto iago iain ibai ignasi iker
          ilaria imanol ingrid inigo iratxe isidoro isidro itziar ivana ivonne izan jacqueline
          jana janet jason jean jeff jeffrey jenna jeremy jill jimena joana joanna joanne
          jocelyn jodie johan johanna jon jonas josep josu joyce juanita judith julen jules
          jurgen justin kai karin karla keith kelly kenneth kerry kiara kirsten koldo kristina
          lacey lars lauren lazaro leah lena leila leire lesley lidon linus lisandro lluis lorea
          louisa ludovico lukas luke lydia lynn maggie maider maialen maite malena marcelino
          marcello mariam marian marianne maricarmen mariluz marilyn mariona marlene martine
          matheus mathieu matteo maureen maurice maya mayte mikel milena millie mirella miren
          mohamed morgana mustafa nahia naia naiara naomi nanda nando natalie nati nayara neil
          nestor nicola nicole nico niels nieves nigel nina noa norma olaf oihane olatz oriol
          orlando oskar otto pascual patrice patxi pau pavel pelayo penelope petra philippa
          phoebe pierre polly priscila priya quim rachid raimundo ralph ramona raymond rhys
          ricard rigoberto roger roland romina rory rosalba rosaura rosemary rosie ross rowan
          rufino rupert russell ruy sabina salma samira saray saul sean serena sheila shirley
          sigrid silvana simone siobhan stella stefan stefano stephanie stuart susanne svetlana
          tadeo tamar tatiana teo teodoro tess tessa theo thea theresa tina tobias tracy trevor
          ulises unai unax urko ursula uxue valerie vanessa vega vero vicenta victoriano wanda
          wendy wilfredo wilson xabier xavier xavi xenia xoan yago yaiza yasmin yasmina yeray
          yerai yesica yoel yoli yvonne zacarias zaida zuri joao rui magda marga mamen lupe lalo
          beto chus chuso charo loli merche marivi tere trini conchi rosi puri mati fede rafi
          rodri guille nano sebas dani alejo gonza juli cami agus moncho kiko kike quino tomi
          willy jess josh zach ollie alfie archie freddie georgie gracie ellie evie isla jake
          kayla kyle nate scarlett sienna tyler zara
          ander xabi eneko gorka benat ibon kepa joseba andoni josune nekane amaya idoia edurne
          telmo wilmer yeison brayan jhon edwin freddy hernan rodolfo maximiliano encarnacion
          concepcion paola yesenia dayana renata visitacion ronald timothy larry scott brandon
          gregory dennis jerry adam zachary arthur gerald terry lawrence jesse willie billy bryan
          bruce jordan eugene wayne alan randy bobby johnny logan alastair alasdair fergus clive
          nancy betty kimberly kathleen debra carolyn janice kathryn abigail judy danielle beverly
          brittany doris lori orla niamh sinead saoirse ciara moira tamsin imogen harriet lucinda
          freya poppy tyrell dmitri sven chiara marco amelie
          """
              .strip()
              .split("\\s+"));

  private FirstNames() {}

  static boolean has(String plain) {
    return NAMES.contains(plain);
  }

  /** Also one that is no word we know. */
  static boolean may(String plain) {
    return has(plain) || !Vocabulary.knows(plain);
  }
}
