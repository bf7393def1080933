package io.conserje.reservation.tools;

import io.conserje.conversation.ToolBox;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.TableBook;
import java.util.List;

/** Everything a model may do with tables. */
public final class ReservationTools {

  private ReservationTools() {}

  public static ToolBox over(TableBook book) {
    return new ToolBox(
        List.of(
            new CheckAvailabilityTool(new FindTable(book)),
            new CreateReservationTool(new ReserveTable(book)),
            new FindReservationTool(book),
            new ConfirmReservationTool(book),
            new ChangeReservationTool(book),
            new CancelReservationTool(new CancelReservation(book))));
  }
}
