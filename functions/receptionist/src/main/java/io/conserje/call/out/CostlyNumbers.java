package io.conserje.call.out;

import java.util.regex.Pattern;

/**
 * Numbers for which the caller pays more than for a telephone, as services that live of it have
 * them; who could have a house call one would earn by it. Satellites and the countries our guests
 * mostly come from; what else a house should not reach is forbidden at its telephone company.
 */
final class CostlyNumbers {

  private static final Pattern THEIRS =
      Pattern.compile(
          "\\+(?:"
              // Of no country: satellites, networks in the air, premium numbers of the whole world.
              + "(?:870|881|882|883|979)"
              // Services that live of it, and votes; in Spain who tells numbers, too.
              + "|34(?:80[367]|90[57]|118)|351(?:60[1-9]|646|76[0-2])|33(?:89)|44(?:9|87[0-3]|70)"
              + "|49(?:900|137)|39(?:89|16[46]|144|12)|41(?:90)|43(?:9[03])|32(?:90)|31(?:90)"
              + "|1(?:900|[2-9][0-9]{2}976)"
              + ")[0-9]*");

  private CostlyNumbers() {}

  /**
   * @param number E.164
   */
  static boolean contain(String number) {
    return THEIRS.matcher(number).matches();
  }
}
