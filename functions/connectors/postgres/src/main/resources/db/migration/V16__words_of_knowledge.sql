-- Each word of a house's names for its topics, once: what a word nobody knows is compared with. Filled by learn_house, as the names are.
CREATE TABLE knowledge_words (
  venue    text NOT NULL REFERENCES venues ON DELETE CASCADE,
  language text NOT NULL,
  word     text NOT NULL,
  stem     text NOT NULL,
  -- the word's own, in order of the alphabet
  letters  text NOT NULL,
  PRIMARY KEY (venue, language, word, stem)
);
SELECT keep_to_one_house('knowledge_words');

CREATE FUNCTION learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM knowledge_words WHERE venue = NEW.id;
  INSERT INTO knowledge_words (venue, language, word, stem, letters)
  SELECT DISTINCT k.venue, k.language, w.word, w.stem, knowledge_letters(w.word)
  FROM knowledge_names k, LATERAL unnest(k.words, k.stems) AS w(word, stem)
  WHERE k.venue = NEW.id;
  RETURN NULL;
END $$;

-- After what_the_house_knows, which comes before it in the alphabet.
CREATE TRIGGER which_words_it_has AFTER INSERT OR UPDATE OF house ON venues
FOR EACH ROW EXECUTE FUNCTION learn_words();
UPDATE venues SET house = house;
