ALTER TABLE outbox
  -- the guest's request that staff are told of; null for what is no word to staff
  ADD COLUMN request       uuid REFERENCES person_requests,
  -- when somebody gave it another chance after it had been given up; null for never
  ADD COLUMN replayed_at   timestamptz,
  -- the provider's ids of what it took before that, and lost
  ADD COLUMN earlier_ids   text[] NOT NULL DEFAULT '{}',
  -- when somebody decided that it is not to be sent any more
  ADD COLUMN discarded_at  timestamptz;
CREATE INDEX outbox_by_request ON outbox (request) WHERE request IS NOT NULL;

-- Who has done what with a dead letter last.
CREATE INDEX audit_log_of_letters ON audit_log (subject, number)
  WHERE what IN ('dead_letter_replayed', 'dead_letter_discarded');

-- What staff have been told until now: of whom it is follows from the moment, from the conversation it names, or from the number or name in it.
UPDATE outbox o SET request = r.id
FROM person_requests r LEFT JOIN conversations g ON g.id = r.conversation
WHERE o.venue = r.venue AND o.kind = 'notice' AND o.written_at >= r.asked_at
  AND o.conversation IS DISTINCT FROM r.conversation
  AND o.guest_address NOT IN (coalesce(g.guest_address, ''), r.guest_phone)
  AND (o.about ->> 'occasion' = 'staff' AND (o.written_at = r.told_at
      OR o.about ->> 'conversation' = r.conversation::text
      OR r.guest_name <> '' AND position(r.guest_name IN o.body) > 0)
    OR r.guest_phone <> '' AND position(r.guest_phone IN o.body) > 0);

-- Those whose guest has been forgotten meanwhile go after them.
WITH gone AS (
  UPDATE outbox o SET body = '', choices = '{}', guest_address = '', about = NULL, error = NULL,
    state = CASE WHEN state IN ('waiting', 'sending') THEN 'withdrawn' ELSE state END
  FROM person_requests r JOIN conversations g ON g.id = r.conversation
  WHERE o.request = r.id AND g.guest_address = 'erased:' || g.id RETURNING o.id)
UPDATE messages SET body = '' WHERE outbox IN (SELECT id FROM gone);
