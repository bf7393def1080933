package io.conserje.sandbox.controls;

import java.util.List;

/** Controls of one matter. */
public interface ControlGroup {
  List<Control> controls();
}
