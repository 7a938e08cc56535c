-- Whose orders were to be refunded by two persons, and what has outlived those of them who
-- were erased before.
UPDATE proposals SET person_id = COALESCE((SELECT buyer_id FROM orders WHERE orders.id = proposals.subject), '') WHERE kind = 'refund.create';

UPDATE proposals SET payload = '{}', reason = '', note = '' WHERE person_id IN (SELECT id FROM accounts WHERE erased_at IS NOT NULL);

UPDATE accounts SET suspension_reason = '' WHERE erased_at IS NOT NULL;
