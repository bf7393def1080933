package io.conserje.connectors.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TwimlTest {

  @Test
  void everyTextComesBackAsItWas() throws Exception {
    String odd = "Casa \"Uno\" & 'Dos' <b> ]]> ñ 😀\nfin";
    String xml = Twiml.response().add(Twiml.of("Say").with("voice", odd).saying(odd)).xml();

    Element say = (Element) parsed(xml).getFirstChild();
    assertEquals(odd, say.getTextContent());
    assertEquals(odd, say.getAttribute("voice"));
  }

  @Test
  void whatXmlCannotCarryIsLeftOut() throws Exception {
    String xml = Twiml.response().add(Twiml.of("Say").saying("a\0b\u0007c\ud800d\ufffee")).xml();
    assertEquals("abcde", parsed(xml).getTextContent());
  }

  @Test
  void anEmptyAttributeIsLeftOut() {
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Hangup/></Response>",
        Twiml.response().add(Twiml.of("Hangup").with("x", "").with("y", null)).xml());
  }

  private static Element parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }
}
