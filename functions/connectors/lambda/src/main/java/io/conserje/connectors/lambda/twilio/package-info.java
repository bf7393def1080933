/**
 * What Twilio signed, checked by hand and without its library: for every function that it calls.
 */
package io.conserje.connectors.lambda.twilio;
