package dispute

// Network is from which figures of one calendar month a card network puts whoever is
// paid by its cards into a programme, with fees and in the end without its cards. Both
// figures must be reached.
type Network struct {
	Name        string // of the network and its programme
	BasisPoints int64  // of disputes to payments: 150 are 1.5 %
	DisputesMin int64  // in the month
}

// networks lists the first thresholds of the networks with most cards, as published for
// merchants: of Visa's Acquirer Monitoring Program since April 2026 in most of the
// world, and of Mastercard's Excessive Chargeback Merchants. Visa counts reports of fraud
// as well.
func networks() []*Network {
	return []*Network{
		{Name: "Visa (VAMP)", BasisPoints: 150, DisputesMin: 1_500},
		{Name: "Mastercard (ECM)", BasisPoints: 150, DisputesMin: 100},
	}
}

// Networks lists from which figures card networks act.
func (r *Rate) Networks() []*Network { return networks() }
