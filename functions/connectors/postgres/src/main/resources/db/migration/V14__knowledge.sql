-- What a house answers to questions, taken from its document whenever that changes, in a form that can be searched. The document
-- stays the one source: nothing else writes these rows.
CREATE TABLE knowledge_topics (
  venue    text NOT NULL REFERENCES venues ON DELETE CASCADE,
  position int NOT NULL,
  topic    text NOT NULL,
  language text NOT NULL,
  text     text NOT NULL,
  -- topic A, words B, text D
  search   tsvector NOT NULL,
  PRIMARY KEY (venue, position)
);
SELECT keep_to_one_house('knowledge_topics');

-- What a topic may be called: its own name and the words the house gives it. A name is meant when all of it is asked for.
CREATE TABLE knowledge_names (
  venue    text NOT NULL,
  position int NOT NULL,
  language text NOT NULL,
  name     text NOT NULL,
  -- word by word: as it is written, and what language makes of it
  words    text[] NOT NULL,
  stems    text[] NOT NULL,
  FOREIGN KEY (venue, position) REFERENCES knowledge_topics ON DELETE CASCADE
);
CREATE INDEX knowledge_names_of ON knowledge_names (venue, position);
SELECT keep_to_one_house('knowledge_names');

-- Small letters, no accents, words parted by one space.
CREATE FUNCTION knowledge_plain(said text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT btrim(regexp_replace(lower(unaccent(said)), '[[:space:][:punct:]]+', ' ', 'g'))
$$;

-- The Spanish stemmer knows -ción by its accent, and would take cancelacion and cancelaciones for two words.
CREATE FUNCTION knowledge_vector(tongue text, said text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT CASE left(tongue, 2)
    WHEN 'es' THEN to_tsvector('spanish', regexp_replace(knowledge_plain(said), 'cion\M', 'ción', 'g'))
    WHEN 'en' THEN to_tsvector('english', knowledge_plain(said))
    ELSE to_tsvector('simple', knowledge_plain(said)) END
$$;

-- In order of the alphabet: the same for two words of which one has letters exchanged.
CREATE FUNCTION knowledge_letters(word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(letter, '' ORDER BY letter) FROM regexp_split_to_table(word, '') AS letter
$$;

CREATE FUNCTION learn_house() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM knowledge_names WHERE venue = NEW.id;
  DELETE FROM knowledge_topics WHERE venue = NEW.id;
  IF jsonb_typeof(NEW.house -> 'knowledge') IS DISTINCT FROM 'array' THEN
    RETURN NULL;
  END IF;
  INSERT INTO knowledge_topics (venue, position, topic, language, text, search)
  SELECT NEW.id, k.position, btrim(k.entry ->> 'topic'), btrim(k.entry ->> 'language'), btrim(k.entry ->> 'text'),
    setweight(knowledge_vector(k.entry ->> 'language', k.entry ->> 'topic'), 'A')
      || setweight(knowledge_vector(k.entry ->> 'language', coalesce((
        SELECT string_agg(word, ' , ') FROM jsonb_array_elements_text(k.entry -> 'words') AS word), '')), 'B')
      || setweight(knowledge_vector(k.entry ->> 'language', k.entry ->> 'text'), 'D')
  FROM jsonb_array_elements(NEW.house -> 'knowledge') WITH ORDINALITY AS k(entry, position);
  INSERT INTO knowledge_names (venue, position, language, name, words, stems)
  SELECT NEW.id, k.position, btrim(k.entry ->> 'language'), knowledge_plain(called.name), named.words, named.stems
  FROM jsonb_array_elements(NEW.house -> 'knowledge') WITH ORDINALITY AS k(entry, position),
    LATERAL (SELECT k.entry ->> 'topic' UNION SELECT * FROM jsonb_array_elements_text(k.entry -> 'words')) AS called(name),
    LATERAL (
      SELECT array_agg(word) AS words, array_agg(stem) AS stems
      FROM regexp_split_to_table(knowledge_plain(called.name), ' ') AS word,
        LATERAL unnest(tsvector_to_array(knowledge_vector(k.entry ->> 'language', word))) AS stem
    ) AS named
  WHERE named.stems IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER what_the_house_knows AFTER INSERT OR UPDATE OF house ON venues
FOR EACH ROW EXECUTE FUNCTION learn_house();
UPDATE venues SET house = house;

-- What guests asked and the house's knowledge did not answer, for the owner. Nothing in it tells who asked.
CREATE TABLE unanswered_questions (
  id          uuid PRIMARY KEY,
  venue       text NOT NULL REFERENCES venues,
  language    text NOT NULL,
  -- as it is compared: small letters, no accents, no numbers anybody could be reached by
  question    text NOT NULL,
  channel     text NOT NULL,
  asked       int NOT NULL DEFAULT 1,
  first_asked timestamptz NOT NULL,
  last_asked  timestamptz NOT NULL,
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'dismissed')),
  UNIQUE (venue, language, question)
);
CREATE INDEX unanswered_questions_open ON unanswered_questions (venue, last_asked) WHERE state = 'open';
SELECT keep_to_one_house('unanswered_questions');
