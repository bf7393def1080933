package io.conserje.outbound;

import java.util.function.UnaryOperator;

/** The providers' circuits, the same for all copies of the functions. */
public interface Circuits {

  /** Nobody is ever left alone. */
  Circuits NONE =
      new Circuits() {
        @Override
        public Circuit of(String provider) {
          return Circuit.CLOSED;
        }

        @Override
        public Changed change(String provider, UnaryOperator<Circuit> change) {
          return new Changed(Circuit.CLOSED, Circuit.CLOSED);
        }
      };

  Circuit of(String provider);

  /** One change after the other. */
  Changed change(String provider, UnaryOperator<Circuit> change);

  record Changed(Circuit before, Circuit after) {

    boolean opened() {
      return before.isClosed() && !after.isClosed();
    }

    boolean closed() {
      return !before.isClosed() && after.isClosed();
    }
  }
}
