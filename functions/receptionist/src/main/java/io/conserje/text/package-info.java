/** Looking for many things in short texts, quickly. */
package io.conserje.text;
