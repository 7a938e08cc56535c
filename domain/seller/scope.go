package seller

import "github.com/etal-market/etal/domain/actor"

// Scope decides whose rows an actor sees of a table that belongs to sellers: a
// member those of the seller they act for, an operator those of the seller
// asked for, or of all sellers, written as "", when none was. Whoever else
// asks, and a member who asks for another seller, gets ErrNotFound.
func Scope(by actor.Actor, asked *ID) (ID, error) {
	switch {
	case by.IsOperator() && asked == nil:
		return "", nil
	case by.IsOperator():
		return *asked, nil
	case by.SellerID == "", asked != nil && string(*asked) != by.SellerID:
		return "", ErrNotFound
	}
	return ID(by.SellerID), nil
}

// ScopeOne is Scope where there must be exactly one seller: an operator who
// names none gets ErrSellerRequired.
func ScopeOne(by actor.Actor, asked *ID) (ID, error) {
	one, err := Scope(by, asked)
	if err == nil && one == "" {
		return "", ErrSellerRequired
	}
	return one, err
}
