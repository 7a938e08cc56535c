CREATE INDEX payments_charge_id_idx ON payments (charge_id);
