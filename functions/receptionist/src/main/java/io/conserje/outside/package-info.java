/** How the house bears with those outside that it depends on. */
package io.conserje.outside;
