-- When the money of sellers on a plan is released; null: as the platform has it.
ALTER TABLE seller_plan_versions ADD COLUMN hold_days BIGINT CONSTRAINT seller_plan_versions_hold_days_check CHECK (hold_days BETWEEN 0 AND 90);
ALTER TABLE seller_plan_versions ADD COLUMN reserve_basis_points BIGINT CONSTRAINT seller_plan_versions_reserve_check CHECK (reserve_basis_points BETWEEN 0 AND 5000);
ALTER TABLE seller_plan_versions ADD COLUMN reserve_days BIGINT CONSTRAINT seller_plan_versions_reserve_days_check CHECK (reserve_days BETWEEN 1 AND 90);
