package io.conserje.turns.telnyx;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.CallState;
import io.conserje.call.CallTransfers;
import io.conserje.call.CallTransfers.Rung;
import io.conserje.call.Calls;
import io.conserje.call.VoiceWording;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.connectors.telnyx.TelnyxLine.Told;
import io.conserje.turns.telnyx.Orders.Order;
import io.conserje.venue.TelephoneNumber;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Rings the house's people for a caller over Telnyx, one after the other. Each hears who calls and
 * what about and takes the call with a key; until then the caller hears it ring. Where no
 * application of ours may call, or at hours in which the house answers itself, whoever picks up has
 * the caller at once.
 */
final class TelnyxTransfer {

  /** The caller has hung up: nobody more is rung. */
  private static final String GONE = "gone";

  /** Of a leg to a person who had the caller at once: they talked. */
  private static final String TALKED = "normal_clearing";

  private final Calls calls;
  private final CallTransfers transfers;
  private final OutgoingCalls outgoing;
  private final TellOnce line;
  private final Supplier<Optional<String>> connection;
  private final Supplier<String> base;
  private final InstantSource clock;

  /**
   * @param connection the application of ours that calls; empty for none
   * @param base where Telnyx reaches us
   */
  TelnyxTransfer(
      Calls calls,
      CallTransfers transfers,
      OutgoingCalls outgoing,
      TellOnce line,
      Supplier<Optional<String>> connection,
      Supplier<String> base,
      InstantSource clock) {
    this.calls = calls;
    this.transfers = transfers;
    this.outgoing = outgoing;
    this.line = line;
    this.connection = connection;
    this.base = base;
    this.clock = clock;
  }

  /**
   * Rings the first of them whom Telnyx can ring; asked again for the same event, nobody is rung
   * twice.
   *
   * @param first in the list
   * @param briefed whether they hear who calls before the two are joined
   * @return false where nobody rings
   */
  boolean rings(Talk talk, List<String> numbers, int first, boolean briefed) {
    for (int position = first; position < numbers.size(); position++) {
      if (rings(talk, numbers.get(position), position, briefed)) {
        if (first == 0 && briefed) {
          ringTone(talk);
        }
        return true;
      }
    }
    return false;
  }

  private boolean rings(Talk talk, String written, int position, boolean briefed) {
    Venue venue = talk.venue();
    UUID call = call(talk);
    transfers.rings(venue, call, position, written, clock.instant());
    String number = TelephoneNumber.of(written).number();
    Optional<String> from = briefed ? connection.get() : Optional.empty();
    Optional<Told> told =
        tell(
            talk,
            from.map(ours -> ring(talk, ours, number, position))
                .orElseGet(() -> Orders.transfer(talk.plan().at(Step.DIALLED), number, position)));
    switch (told.orElse(null)) {
      case Told.Refused(String code, String _) ->
          transfers.ended(venue, call, position, "refused " + code, clock.instant());
      case Told.Rings(String control) -> transfers.rungAs(venue, call, position, control);
      case null, default -> {}
    }
    return told.filter(Told.Refused.class::isInstance).isEmpty();
  }

  /** Goes on while one after the other is rung. A transfer rings by itself. */
  private void ringTone(Talk talk) {
    if (connection.get().isPresent()) {
      tell(talk, Orders.ringTone(talk.plan().at(Step.DIALLED), base() + "/media/ringing.wav"));
    }
  }

  private Order ring(Talk talk, String ours, String number, int position) {
    return Orders.ring(
        talk.plan().at(Step.RUNG_PERSON),
        new Orders.From(ours, houseNumber(talk), base() + "/telnyx/events"),
        number,
        position);
  }

  private String houseNumber(Talk talk) {
    return outgoing.numbers(talk.venue().id()).stream()
        .findFirst()
        .orElseGet(talk.place()::houseAddress);
  }

  private String base() {
    return base.get().replaceAll("/+$", "");
  }

  /** A person, or their switchboard, has picked up and has the caller. */
  void joined(Talk talk) {
    press(talk);
    transfers.taken(talk.venue(), call(talk), position(talk));
  }

  /**
   * A person, or a machine, or a switchboard, has picked up.
   *
   * @param about what they are told of the caller
   */
  void brief(Talk talk, String about) {
    boolean switchboard = press(talk);
    Locale language = talk.venue().language();
    String words = about + " " + VoiceWording.in(language).pressOne();
    if (refused(tellLeg(talk, Orders.brief(talk.plan(), language, words, switchboard)))) {
      tellLeg(talk, Orders.hangUp(talk.plan()));
    }
  }

  private boolean press(Talk talk) {
    String keys = rung(talk).map(Rung::to).map(TelephoneNumber::of).orElse(NOBODY).keys();
    return !keys.isEmpty() && !refused(tellLeg(talk, Orders.press(talk.plan(), keys)));
  }

  private static final TelephoneNumber NOBODY = new TelephoneNumber("", "");

  /**
   * Who has pressed nothing, as no machine does, is rung off, and the next one is rung. The news
   * may come again, when they have been talking with the caller for long.
   */
  void key(Talk talk, String digits) {
    if (!has(talk) && (!digits.equals("1") || !isWaitedFor(talk) || !joins(talk))) {
      tellLeg(talk, Orders.hangUp(talk.plan()));
    }
  }

  /** Whether whoever is at this leg has the caller. */
  private boolean has(Talk talk) {
    return rung(talk)
        .filter(Rung::isTaken)
        .filter(rung -> rung.control().isEmpty() || rung.control().equals(talk.leg()))
        .isPresent();
  }

  /** One that was rung by a command whose answer was lost is not: the caller has gone on. */
  private boolean isWaitedFor(Talk talk) {
    return transfers
        .last(talk.venue(), call(talk))
        .filter(Rung::isRinging)
        .filter(rung -> rung.control().isEmpty() || rung.control().equals(talk.leg()))
        .isPresent();
  }

  private boolean joins(Talk talk) {
    quiet(talk);
    boolean joined =
        tell(talk, Orders.bridge(talk.plan().at(Step.DIALLED), talk.leg()))
            .map(Told.Done.class::isInstance)
            .orElse(true);
    if (joined) {
      transfers.taken(talk.venue(), call(talk), position(talk));
    }
    return joined;
  }

  /** The caller does not hear it ring any more. */
  void quiet(Talk talk) {
    if (connection.get().isPresent()) {
      tell(talk, Orders.stopPlaying(talk.plan().at(Step.DIALLED)));
    }
  }

  /** Whom it rings for now need not pick up any more. */
  void callerGone(Talk talk) {
    calls.record(
        CallEvent.of(
            talk.place(),
            GONE,
            GONE,
            clock.instant(),
            clock.instant(),
            talk.because().correlation()),
        talk.venue(),
        clock.instant());
    transfers
        .last(talk.venue(), call(talk))
        .filter(rung -> rung.isRinging() && !rung.control().isEmpty())
        .ifPresent(
            rung -> told(talk, rung.control(), Orders.hangUp(talk.plan().at(Step.RUNG_PERSON))));
  }

  /**
   * Whoever was rung is gone.
   *
   * @return who is to be rung next; empty where the caller has talked with somebody, or is gone
   */
  Optional<Integer> next(Talk talk, String reason) {
    boolean atOnce = talk.plan().step() == Step.CALLED_PERSON;
    int position = position(talk);
    boolean taken =
        transfers.ended(talk.venue(), call(talk), position, reason, clock.instant())
            || atOnce && reason.equals(TALKED);
    return taken || calls.knows(talk.place(), GONE, talk.venue())
        ? Optional.empty()
        : Optional.of(position + 1);
  }

  private int position(Talk talk) {
    return rung(talk).map(Rung::position).orElse(-1);
  }

  /** The one of this leg, else the last. */
  private Optional<Rung> rung(Talk talk) {
    return transfers
        .under(talk.venue(), call(talk), talk.leg())
        .or(() -> transfers.last(talk.venue(), call(talk)));
  }

  private UUID call(Talk talk) {
    return calls.open(talk.place(), talk.venue(), CallState.RINGING, clock.instant()).call();
  }

  private static boolean refused(Optional<Told> told) {
    return told.filter(Told.Refused.class::isInstance).isPresent();
  }

  private Optional<Told> tell(Talk talk, Order order) {
    return told(talk, talk.plan().control(), order);
  }

  private Optional<Told> tellLeg(Talk talk, Order order) {
    return told(talk, talk.leg(), order);
  }

  private Optional<Told> told(Talk talk, String control, Order order) {
    return line.tell(talk.because(), talk.place(), talk.venue(), control, order);
  }
}
