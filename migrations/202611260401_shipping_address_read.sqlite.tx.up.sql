-- Who ships or cancels parts of orders has seen where they go, and goes on seeing it: roles of sellers' own, and keys of sellers.
UPDATE seller_roles SET permissions = (
    SELECT json_group_array(word) FROM (
        SELECT value AS word FROM json_each(json_insert(seller_roles.permissions, '$[#]', 'SHIPPING_ADDRESS_READ')) ORDER BY value
    )
)
WHERE (permissions LIKE '%"SELLER_ORDER_SHIP"%' OR permissions LIKE '%"SELLER_ORDER_CANCEL"%') AND permissions NOT LIKE '%"SHIPPING_ADDRESS_READ"%';

UPDATE api_keys SET scope_text = scope_text || ' SHIPPING_ADDRESS_READ'
WHERE seller_id IS NOT NULL
    AND (' ' || scope_text || ' ' LIKE '% SELLER_ORDER_SHIP %' OR ' ' || scope_text || ' ' LIKE '% SELLER_ORDER_CANCEL %')
    AND ' ' || scope_text || ' ' NOT LIKE '% SHIPPING_ADDRESS_READ %';
