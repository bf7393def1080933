-- What language models that are paid for have cost, per conversation and day of the house.
CREATE TABLE token_use (
  venue        text NOT NULL REFERENCES venues,
  day          date NOT NULL,
  conversation uuid NOT NULL REFERENCES conversations,
  model        text NOT NULL,
  read         bigint NOT NULL,
  written      bigint NOT NULL,
  answers      int NOT NULL,
  PRIMARY KEY (venue, day, conversation, model)
);
CREATE INDEX token_use_of_conversation ON token_use (conversation);
SELECT keep_to_one_house('token_use');
