package io.conserje.venue.house;

import io.conserje.venue.CallManners;
import io.conserje.venue.Channel;
import io.conserje.venue.Correspondence;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Correspondence.Recording;
import io.conserje.venue.Correspondence.Telephone;
import io.conserje.venue.Correspondence.Template;
import io.conserje.venue.Correspondence.VoiceReplies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads how a house writes to its guests. */
final class CorrespondenceReader {

  private static final Set<String> FACTS =
      Set.of("text", "house", "name", "date", "time", "party", "reference", "until");

  private static final Map<String, Set<String>> CARRIERS =
      Map.of("whatsapp", Set.of("twilio", "meta"), "sms", Set.of("twilio", "telnyx"));

  private static final Duration LONGEST_KEPT = Duration.ofDays(365);
  private static final int LEAST_SILENCE = 4;
  private static final int MOST_SILENCE = 60;
  private static final Duration SHORTEST_CALL = Duration.ofMinutes(3);

  private CorrespondenceReader() {}

  static Correspondence read(Field messages, Field telephone) {
    telephone.only("twilio", "silence_seconds", "longest", "record", "keep_recordings");
    messages.only("order", "templates", "carriers", "voice_replies");
    return new Correspondence(
        messages.at("order").present() ? order(messages.at("order")) : Correspondence.USUAL.order(),
        messages.at("templates").items().stream().map(CorrespondenceReader::template).toList(),
        telephone.at("twilio").choice(Telephone.class, Telephone.STREAM),
        carriers(messages.at("carriers")),
        messages.at("voice_replies").choice(VoiceReplies.class, VoiceReplies.NEVER),
        manners(telephone),
        recording(telephone));
  }

  private static Recording recording(Field telephone) {
    Field keep = telephone.at("keep_recordings");
    Duration kept = keep.length(Recording.NONE.kept());
    if (kept.toDays() < 1 || kept.compareTo(LONGEST_KEPT) > 0 || kept.toHours() % 24 != 0) {
      keep.wrong("has to be from 1d to 365d");
    }
    return new Recording(telephone.at("record").yes(Recording.NONE.wanted()), kept);
  }

  private static CallManners manners(Field telephone) {
    CallManners usual = CallManners.USUAL;
    int silence =
        telephone
            .at("silence_seconds")
            .number(LEAST_SILENCE, MOST_SILENCE, (int) usual.silence().toSeconds());
    Duration longest = telephone.at("longest").length(usual.longest());
    if (longest.compareTo(SHORTEST_CALL) < 0) {
      telephone.at("longest").wrong("has to be 3m or longer");
    }
    return new CallManners(Duration.ofSeconds(silence), longest);
  }

  private static List<Channel> order(Field order) {
    List<Channel> channels = new ArrayList<>();
    for (Field item : order.items()) {
      String name = item.text("");
      if (!name.equals("whatsapp") && !name.equals("sms")) {
        item.wrong("has to be whatsapp or sms");
      } else if (channels.contains(Channel.of(name))) {
        item.wrong("stands here twice");
      } else {
        channels.add(Channel.of(name));
      }
    }
    return channels;
  }

  private static Map<Channel, String> carriers(Field carriers) {
    carriers.only(CARRIERS.keySet().toArray(String[]::new));
    Map<Channel, String> chosen = new EnumMap<>(Channel.class);
    CARRIERS.forEach((channel, known) -> {
      Field field = carriers.at(channel);
      if (field.present() && !known.contains(field.text(""))) {
        field.wrong("has to be " + String.join(" or ", known.stream().sorted().toList()));
      } else if (field.present()) {
        chosen.put(Channel.of(channel), field.text(""));
      }
    });
    return chosen;
  }

  private static Template template(Field template) {
    template.only("notice", "language", "content", "variables");
    String content = template.at("content").text();
    if (!content.matches("[A-Za-z0-9_]{1,512}")) {
      template.at("content").wrong("has to be the template's name, as HX and 32 digits at Twilio");
    }
    return new Template(
        template.at("notice").choice(Occasion.class, Occasion.REPLY),
        template.at("language").as(HouseReader::language, Locale.of("es"), "a language as es"),
        content,
        variables(template.at("variables")));
  }

  private static List<String> variables(Field variables) {
    Set<String> seen = new HashSet<>();
    return variables.items().stream()
        .map(item -> {
          String fact = item.text("");
          if (!FACTS.contains(fact)) {
            item.wrong(
                "is not known; known are " + String.join(", ", FACTS.stream().sorted().toList()));
          } else if (!seen.add(fact)) {
            item.wrong("stands here twice");
          }
          return fact;
        })
        .toList();
  }
}
