/**
 * Calls whose ears and mouth are somebody else's, who brings with every question all that was said
 * so far, as it was heard.
 */
package io.conserje.call.told;
