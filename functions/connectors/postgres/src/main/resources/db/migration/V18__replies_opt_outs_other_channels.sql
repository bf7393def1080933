-- The provider's id of the message of ours that a guest answered; null for none.
ALTER TABLE messages ADD COLUMN replies_to text;
