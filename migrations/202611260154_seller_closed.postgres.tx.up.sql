-- A seller can be closed for good, and says more of itself.
ALTER TABLE sellers DROP CONSTRAINT sellers_status_check;

ALTER TABLE sellers ADD CONSTRAINT sellers_status_check CHECK (status IN ('APPLIED', 'APPROVED', 'REJECTED', 'SUSPENDED', 'CLOSED'));

ALTER TABLE sellers ADD COLUMN description TEXT NOT NULL DEFAULT '';

ALTER TABLE sellers ADD COLUMN support_email TEXT NOT NULL DEFAULT '';
