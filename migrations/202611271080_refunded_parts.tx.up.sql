-- A part that was given back whole before anything of it had left waited for ever to be sent.
UPDATE seller_orders SET status = 'CANCELLED', cancelled_at = COALESCE((
    SELECT MAX(r.created_at) FROM refund_parts p JOIN refunds r ON r.id = p.cause_id
    WHERE p.order_id = seller_orders.order_id AND p.seller_order_id = seller_orders.id AND NOT p.is_void AND p.quantity > 0), paid_at)
WHERE status = 'READY_TO_SHIP' AND first_shipped_at IS NULL
AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.seller_order_id = seller_orders.id AND l.refunded_quantity < l.quantity);
