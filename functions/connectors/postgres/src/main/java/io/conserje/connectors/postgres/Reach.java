package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whose rows a part of a transaction may see: one house's, or everybody's. */
final class Reach {

  /** Row-level security holds for this role; the login itself owns the tables and sees all. */
  private static final String HOUSE_ROLE = "conserje_house";

  private static final String LOGIN_ITSELF = "none";

  /** Null for every house. */
  private final VenueId house;

  private final Server server;

  /** What the server was last told in this transaction; it begins as the login. */
  private static final class Server {
    private VenueId house;
    private Connection connection;
    private boolean plansOnce;
    private boolean plansTold;
    private boolean atEase;
    private boolean atEaseTold;
    private final List<Later> waiting = new ArrayList<>();
    private Reach ofWaiting;
    private final Set<String> locks = new HashSet<>();
    private final List<String> wanted = new ArrayList<>();
  }

  /** A statement that was put off. */
  record Later(String sql, Object[] arguments) {}

  private Reach(VenueId house, Server server) {
    this.house = house;
    this.server = server;
  }

  static Reach at(VenueId house) {
    return new Reach(Objects.requireNonNull(house), new Server());
  }

  static Reach everywhere() {
    return new Reach(null, new Server());
  }

  /** The connection of the transaction that begins. */
  Reach over(Connection connection) {
    server.connection = connection;
    return this;
  }

  Connection connection() {
    return server.connection;
  }

  Reach narrowedTo(VenueId venue) {
    return new Reach(Objects.requireNonNull(venue), server);
  }

  boolean isOneHouse() {
    return house != null;
  }

  boolean is(VenueId venue) {
    return venue.equals(house);
  }

  boolean isTold() {
    return Objects.equals(house, server.house);
  }

  void told() {
    server.house = house;
    server.plansTold = server.plansOnce;
    server.atEaseTold = server.atEase;
  }

  /** Until the transaction ends a statement is planned without regard to its arguments. */
  void plansOnce() {
    server.plansOnce = true;
  }

  boolean wantsPlans() {
    return server.plansOnce && !server.plansTold;
  }

  /** The commit of this transaction does not wait for the disk. */
  void needNotWait() {
    server.atEase = true;
  }

  boolean wantsNotToWait() {
    return server.atEase && !server.atEaseTold;
  }

  /** To be run, in this reach, together with the next statement. */
  void later(Later statement) {
    server.ofWaiting = this;
    server.waiting.add(statement);
  }

  /** Whether statements are put off that have another reach than this. */
  boolean othersWait() {
    return !server.waiting.isEmpty() && !Objects.equals(house, server.ofWaiting.house);
  }

  /** The reach of what was put off; null where nothing was. */
  Reach ofWaiting() {
    return server.waiting.isEmpty() ? null : server.ofWaiting;
  }

  List<Later> takeWaiting() {
    List<Later> waiting = List.copyOf(server.waiting);
    server.waiting.clear();
    return waiting;
  }

  Later takeLastWaiting() {
    return server.waiting.removeLast();
  }

  /** Until the transaction ends nobody else has the lock of this name; asked for only once. */
  void wants(String lock) {
    if (server.locks.add(lock)) {
      server.wanted.add(lock);
    }
  }

  /** Locks the server has yet to be asked for. */
  List<String> wanted() {
    List<String> wanted = List.copyOf(server.wanted);
    server.wanted.clear();
    return wanted;
  }

  String role() {
    return isOneHouse() ? HOUSE_ROLE : LOGIN_ITSELF;
  }

  String venue() {
    return isOneHouse() ? house.value() : "";
  }
}
