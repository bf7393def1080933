package io.conserje.conversation;

import java.time.LocalDateTime;
import java.util.Locale;

public final class Wordings {
  private Wordings() {}

  public static Wording in(Locale language) {
    return new Wording() {
      @Override
      public String booked(LocalDateTime at, int partySize, String name, String reference, String house) {
        return "Reserva " + reference + " " + at + " " + partySize + " " + name;
      }

      @Override
      public String cancelled(LocalDateTime at, int partySize, String reference) {
        return "Cancelada " + reference;
      }

      @Override
      public String tooManyMessages() {
        return "Un momento, por favor.";
      }

      @Override
      public String troubleOnOurSide(String housePhone) {
        return "Llame al " + housePhone;
      }
    };
  }
}
