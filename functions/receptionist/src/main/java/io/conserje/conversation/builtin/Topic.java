package io.conserje.conversation.builtin;

/** What a message is about, apart from the facts in it. */
enum Topic {
  GREETING,
  THANKS,
  BYE,
  HOW_ARE_YOU,
  WHO_ARE_YOU,
  /** "What?" */
  REPEAT,
  LANGUAGE,
  HELP,
  BOOK,
  CANCEL,
  FIND,
  CHANGE,
  AMEND,
  WAITLIST,
  LEAVE_WAITLIST,
  HOURS,
  ADDRESS,
  PHONE,
  PERSON,
  DROP,
  BUT,
  WEEKEND,
  OTHER_DAY,
  OTHER_TIME,
  LATER,
  EARLIER,
  ANY,
  ALL,
  THE_DAY,
  THE_TIME,
  THE_PARTY,
  THE_NAME,
  MY_NAME
}
