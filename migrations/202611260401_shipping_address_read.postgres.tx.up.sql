-- Who ships or cancels parts of orders has seen where they go, and goes on seeing it: roles of sellers' own, and keys of sellers.
UPDATE seller_roles SET permissions = (
    SELECT jsonb_agg(held.word ORDER BY held.word COLLATE "C")
    FROM jsonb_array_elements_text(seller_roles.permissions || '["SHIPPING_ADDRESS_READ"]') AS held (word)
)
WHERE (permissions @> '["SELLER_ORDER_SHIP"]' OR permissions @> '["SELLER_ORDER_CANCEL"]') AND NOT permissions @> '["SHIPPING_ADDRESS_READ"]';

UPDATE api_keys SET scope_text = scope_text || ' SHIPPING_ADDRESS_READ'
WHERE seller_id IS NOT NULL
    AND (' ' || scope_text || ' ' LIKE '% SELLER_ORDER_SHIP %' OR ' ' || scope_text || ' ' LIKE '% SELLER_ORDER_CANCEL %')
    AND ' ' || scope_text || ' ' NOT LIKE '% SHIPPING_ADDRESS_READ %';
