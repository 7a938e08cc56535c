-- And so did what remains of its money, such as the commission that is kept: its hold begins when the part was given back.
UPDATE releases SET release_at = s.cancelled_at + COALESCE(releases.hold_s, 1209600) * INTERVAL '1 second'
FROM seller_orders s
WHERE s.id = releases.seller_order_id AND s.status = 'CANCELLED' AND s.paid_at IS NOT NULL
AND releases.status = 'ACCRUED' AND releases.release_at IS NULL;
