-- When people were told something, and of what kind, published for whoever must not tell them too often or too seldom.
CREATE VIEW letters_delivered AS
SELECT person_id, class, settled_at AS delivered_at FROM letters WHERE state = 'delivered' AND form = 'post';
