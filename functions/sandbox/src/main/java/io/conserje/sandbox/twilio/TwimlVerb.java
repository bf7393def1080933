package io.conserje.sandbox.twilio;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One element of an answer in TwiML. */
record TwimlVerb(Element element) {

  /**
   * The verbs of an answer, in their order; nothing where it is no TwiML (Twilio's error 12100).
   */
  static Optional<List<TwimlVerb>> parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
      return root.getTagName().equals("Response")
          ? Optional.of(new TwimlVerb(root).children())
          : Optional.empty();
    } catch (SAXException noXml) {
      return Optional.empty();
    } catch (IOException | ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String name() {
    return element.getTagName();
  }

  String text() {
    return element.getTextContent().strip();
  }

  /** Empty when it is not there. */
  String attribute(String name) {
    return element.getAttribute(name);
  }

  List<TwimlVerb> children() {
    List<TwimlVerb> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
        children.add(new TwimlVerb((Element) nodes.item(i)));
      }
    }
    return children;
  }
}
