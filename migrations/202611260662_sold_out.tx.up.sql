-- Lists of what is sold out: few products are, and without these a page looked at all
-- others.
CREATE INDEX listings_sold_out_published_at_idx ON listings (published_at, product_id) WHERE is_main AND NOT in_stock;

CREATE INDEX listings_sold_out_currency_published_at_idx ON listings (currency, published_at, product_id) WHERE NOT in_stock;
