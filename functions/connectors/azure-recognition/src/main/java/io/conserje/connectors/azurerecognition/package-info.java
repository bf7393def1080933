/** Azure's recogniser, by its own library: native code that nothing else here loads. */
package io.conserje.connectors.azurerecognition;
