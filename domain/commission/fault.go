package commission

import "github.com/etal-market/etal/domain/fault"

// Faults of commission.
var (
	// ErrNotFound is returned for a ruleset that does not exist.
	ErrNotFound = fault.New(fault.NotFound, "COMMISSION_RULESET_NOT_FOUND", "There is no such ruleset.")
	// ErrSimulationNotFound is returned for a simulation that does not exist.
	ErrSimulationNotFound = fault.New(fault.NotFound, "COMMISSION_SIMULATION_NOT_FOUND", "There is no such simulation.")
	// ErrState is returned for a step that the ruleset's state does not allow:
	// only drafts are changed, and what is in force is not cancelled.
	ErrState = fault.New(fault.Conflict, "COMMISSION_RULESET_STATE", "The ruleset's status does not allow this.")
	// ErrRevision is returned to whoever would replace rules that they have not seen.
	ErrRevision = fault.New(fault.Conflict, "COMMISSION_RULESET_REVISION", "This draft has changed since you opened it. Look at it again.")
	// ErrDate is returned for an instant that has passed, or at which another
	// version begins.
	ErrDate = fault.New(fault.Invalid, "COMMISSION_DATE", "A version begins in the future, and at another instant than every other version.")
	// ErrNumber is returned for a rate, an amount or a number out of its range.
	ErrNumber = fault.New(fault.Invalid, "COMMISSION_NUMBER", "This number is too small or too large.")
	// ErrOrder is returned for tiers that do not rise, a floor above its cap, and
	// a currency that is given twice.
	ErrOrder = fault.New(fault.Invalid, "COMMISSION_ORDER", "Tiers must rise, a floor must not exceed its cap, and each currency is given once.")
	// ErrPeriod is returned for a period that does not begin before it ends, or is
	// longer than a year.
	ErrPeriod = fault.New(fault.Invalid, "COMMISSION_PERIOD", "The period must begin before it ends and last 366 days at most.")
)
