package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PraiseTest {

  @Test
  void aStoryThatOnlyPraisesIsNoComplaint() {
    for (String said :
        new String[] {
          "unos amigos estuvieron en septiembre y nos dijeron que se come de escándalo",
          "nos recomendaron el lugar unos vecinos que fueron en agosto",
          "mi cuñado comió ahí y todavía habla del bacalao, que estaba buenísimo",
          "me han hablado muy bien de ustedes en el hotel",
          "tenéis muy buenas críticas en internet y queremos probarlo",
          "estuvimos en verano y nos encantó el trato",
          "our neighbours were with you in the spring and loved the lamb",
          "a friend recommended you, said it was the best meal of the trip",
          "we've heard great things about your cod",
          "we ate with you in May and it was wonderful"
        }) {
      assertTrue(Praise.only(said), said);
    }
  }

  @Test
  void blameStaysBlame() {
    for (String said :
        new String[] {
          "nos lo recomendaron pero nos tuvieron cuarenta minutos esperando",
          "qué maravilla de servicio, una hora de pie",
          "me encantaba este sitio, ayer fue un desastre y nadie dio una explicación",
          "you were recommended to us but the food was cold",
          "lovely place, never again"
        }) {
      assertFalse(Praise.only(said), said);
    }
  }
}
