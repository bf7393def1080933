-- How guests were found before they had addresses. Every booking meets its guest by meet_guest now.
DROP TRIGGER phone_is_an_address ON guests;
DROP FUNCTION address_of_phone();
ALTER TABLE guests DROP COLUMN phone;
