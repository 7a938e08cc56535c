package stripesim

// askDays is how long a buyer is given to say where a refund is to go.
const askDays = 45

// askForAccount lets a refund wait for the buyer: its money cannot go back the way it
// came, so the buyer is asked for a bank account by mail. The money has left the
// balance meanwhile, and comes back when nobody answers.
func askForAccount(u *unit, p *struct {
	Email string `p:"email"`
},
) (any, *apiError) {
	r, err := u.refundAnywhere()
	if err != nil {
		return nil, err
	}
	if r.Transaction == nil || r.Status != "succeeded" && r.Status != "pending" {
		return nil, refuse("", "", "This refund is %s, and its money is not on its way.", r.Status)
	}
	before := snapshot(r)
	until := u.now + askDays*24*3600
	to := or(p.Email, or(r.Email, "buyer@example.com"))
	r.Status, r.hidden.Ends = "requires_action", "failed"
	r.Next = &refundNext{Type: "display_details", Details: refundDisplay{Sent: refundEmail{At: u.now, To: to}, Expires: until}}
	u.at(r, until)
	u.tellRefund(r, before)
	return r, nil
}

// answerAccount is the buyer's answer: the refund goes on, and arrives a little later.
func answerAccount(u *unit, _ *none) (any, *apiError) {
	r, err := u.refundAnywhere()
	if err != nil {
		return nil, err
	}
	if r.Status != "requires_action" {
		return nil, refuse("", "", "Nobody was asked about this refund: it is %s.", r.Status)
	}
	before := snapshot(r)
	r.Status, r.Next, r.hidden.Ends = "pending", nil, "succeeded"
	u.at(r, u.now+int64(u.s.opts.RefundAfter.Seconds()))
	u.tellRefund(r, before)
	return r, nil
}

// refundAnywhere finds a refund of any account and looks at it with that account's eyes.
func (u *unit) refundAnywhere() (*refund, *apiError) {
	r, ok := u.s.state.byID[u.path("id")].(*refund)
	if !ok || r.SourceReversal != nil {
		return nil, missing("refund", u.path("id"), "")
	}
	u.account = r.account
	return r, nil
}
