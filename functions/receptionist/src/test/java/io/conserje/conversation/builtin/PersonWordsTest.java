package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Channel;
import io.conserje.venue.Staffing.Contact;
import io.conserje.venue.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonWordsTest {

  private static final List<Contact> STAFF =
      List.of(
          new Contact("Marta", Channel.WHATSAPP, "+34600000950"),
          new Contact("Recepción", Channel.WHATSAPP, "+34600000951"));

  @Test
  void whoeverIsAskedForByNameIsAPersonOfTheHouse() {
    assertTrue(PersonWords.names("¿está Marta? quería comentarle una cosa", STAFF));
    assertTrue(PersonWords.names("could I speak to Marta", STAFF));
    assertFalse(PersonWords.names("a nombre de Marta", STAFF));
    assertFalse(PersonWords.names("¿está Lucía?", STAFF));
    assertFalse(PersonWords.names("¿está recepción abierta?", STAFF));
  }

  @Test
  void besideTheQuestionWhoSpeaksAPersonMayBeWanted() {
    Venue any = null;
    assertTrue(PersonWords.besidesAsking("esto es un robot? quiero un humano", any));
    assertFalse(PersonWords.besidesAsking("¿eres una persona?", any));
  }
}
