package stripesim

// confirmation are the parameters of a confirm.
type confirmation struct {
	ErrorOnAction bool           `p:"error_on_requires_action"`
	OffSession    *offSession    `p:"off_session"`
	ReturnURL     string         `p:"return_url"`
	SDK           bool           `p:"use_stripe_sdk"`
	Mandate       *mandateParams `p:"mandate_data"`
}

// offSession is a boolean, or the kind of an off-session payment.
type offSession bool

func (o *offSession) decodeForm(n *node, path string) *apiError {
	if len(n.keys) > 0 {
		return reject("", path, "Invalid boolean")
	}
	switch n.scalar {
	case "true", "one_off", "recurring":
		*o = true
	case "false", "":
	default:
		return reject("", path, "Invalid boolean: %s", n.scalar)
	}
	return nil
}

// mandateParams say how the buyer has agreed to be debited. Cards do not need it.
type mandateParams struct {
	Acceptance *struct {
		AcceptedAt *int64    `p:"accepted_at"`
		Offline    *struct{} `p:"offline"`
		Online     *struct {
			Address   string `p:"ip_address"`
			UserAgent string `p:"user_agent"`
			Inferred  bool   `p:"infer_from_client"`
		} `p:"online"`
		Type string `p:"type,required" enum:"online|offline"`
	} `p:"customer_acceptance,required"`
}

func (c *confirmation) set() bool {
	return c.ErrorOnAction || c.OffSession != nil || c.ReturnURL != "" || c.SDK || c.Mandate != nil
}

type confirmParams struct {
	confirmation
	Secret        string          `p:"client_secret"`
	CaptureMethod string          `p:"capture_method" enum:"automatic|automatic_async|manual"`
	Method        *string         `p:"payment_method"`
	MethodData    *methodParams   `p:"payment_method_data"`
	Options       *optionsParams  `p:"payment_method_options"`
	Receipt       *string         `p:"receipt_email"`
	FutureUsage   *string         `p:"setup_future_usage" enum:"off_session|on_session"`
	Shipping      *shippingParams `p:"shipping"`
	JS            *string         `p:"expected_payment_method_type"`
}

func confirmIntent(u *unit, p *confirmParams) (any, *apiError) {
	i, err := u.intentByPath(p.Secret)
	if err != nil {
		return nil, err
	}
	switch i.Status {
	case "requires_payment_method", "requires_confirmation", "requires_action":
	default:
		return nil, u.unexpected(i, "confirmed")
	}
	if u.public && i.ConfirmMethod == "manual" {
		return nil, refuse("", "", "This PaymentIntent can only be confirmed with a secret key, because its confirmation_method is manual.")
	}
	if err := u.chooseMethod(i, p.Method, p.MethodData); err != nil {
		return nil, err
	}
	i.CaptureMethod = or(p.CaptureMethod, i.CaptureMethod)
	i.applyOptions(p.Options)
	set(&i.Receipt, p.Receipt)
	set(&i.FutureUsage, p.FutureUsage)
	if p.Shipping != nil {
		i.Shipping = p.Shipping.shipping()
	}
	u.put(i)
	return u.confirm(i, &p.confirmation)
}

// confirm tries to take the money, or asks the buyer to prove who they are.
func (u *unit) confirm(i *paymentIntent, c *confirmation) (any, *apiError) {
	if i.Method == nil {
		err := refuse("payment_intent_unexpected_state", "",
			"You cannot confirm this PaymentIntent because it's missing a payment method. "+
				"Update the PaymentIntent with a payment method and then confirm it again.")
		copied := *i
		err.body.PaymentIntent = &copied
		return nil, err
	}
	if i.Automatic != nil && i.Automatic.Redirects == "always" && c.ReturnURL == "" && !c.SDK && i.hidden.ReturnURL == "" {
		return nil, refuse("", "return_url",
			"This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods "+
				"might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based "+
				"payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never`.")
	}
	i.hidden.ReturnURL = or(c.ReturnURL, i.hidden.ReturnURL)
	i.LastError, i.NextAction, i.hidden.Secured = nil, nil, false
	m := must[*paymentMethod](u.s, *i.Method)
	if m.Sepa != nil {
		if err := i.consents(m, c); err != nil {
			return nil, err
		}
	}
	off := c.OffSession != nil && bool(*c.OffSession)
	if i.needsSecuring(m) {
		if off || c.ErrorOnAction {
			return nil, u.decline(i, m, "authentication_required", "authentication_required",
				"Your card was declined. This transaction requires authentication.")
		}
		u.challenge(i, c)
		return i, nil
	}
	return u.take(i, m)
}

func (i *paymentIntent) needsSecuring(m *paymentMethod) bool {
	switch cardOf(m.hidden.Number).secure {
	case secureAlways:
		return true
	case secureUnlessSetUp:
		return !m.hidden.SetUp
	case secureNever: // the platform may still ask for it
	}
	return i.Options.Card != nil && i.Options.Card.Secure != "automatic"
}

// challenge sends the buyer to the 3D Secure page.
func (u *unit) challenge(i *paymentIntent, c *confirmation) {
	page := u.base + "/_sim/3ds/" + i.ID
	i.Status = "requires_action"
	if i.hidden.ReturnURL != "" && !c.SDK {
		i.NextAction = &nextAction{Type: "redirect_to_url", Redirect: &redirectAction{ReturnURL: &i.hidden.ReturnURL, URL: page}}
	} else {
		i.NextAction = &nextAction{Type: "use_stripe_sdk", SDK: &sdkAction{Type: "three_d_secure_redirect", JS: page, Source: "src_1" + i.ID[4:]}}
	}
	u.put(i)
	u.emit("payment_intent.requires_action", i, nil)
}

// take charges the card.
func (u *unit) take(i *paymentIntent, m *paymentMethod) (any, *apiError) {
	if m.Sepa != nil {
		return u.debit(i, m)
	}
	card := cardOf(m.hidden.Number)
	if card.code != "" {
		return nil, u.decline(i, m, card.code, card.decline, declineMessage(card.code, card.decline))
	}
	c := u.newCharge(i, m)
	c.Paid, c.Status = true, "succeeded"
	c.Outcome = &outcome{Network: ptr("approved_by_network"), Risk: "normal", Score: 20, Message: "Payment complete.", Type: "authorized"}
	i.LatestCharge, i.NextAction = ptr(c.ID), nil
	u.put(c)
	u.keepMethod(i, m)
	if i.CaptureMethod == "manual" {
		i.Status, i.Capturable = "requires_capture", i.Amount
		until := u.now + int64(u.s.opts.AuthorizationLife.Seconds())
		c.Details.Card.CaptureBefore = until
		u.at(i, until)
		u.emit("charge.succeeded", c, nil)
		u.emit("payment_intent.amount_capturable_updated", i, nil)
		return i, nil
	}
	u.capture(i, c, i.Amount)
	u.emit("charge.succeeded", c, nil)
	u.emit("payment_intent.succeeded", i, nil)
	u.afterwards(c, card)
	return i, nil
}

// keepMethod saves the card with the customer when that is wanted; a card used
// without a customer is used up.
func (u *unit) keepMethod(i *paymentIntent, m *paymentMethod) {
	if m.Card != nil {
		m.Card.Checks.CVC = ptr("pass")
	}
	switch {
	case i.FutureUsage != nil && i.Customer != nil:
		m.hidden.SetUp = m.hidden.SetUp || *i.FutureUsage == "off_session"
		if m.Customer == nil {
			u.attach(m, *i.Customer)
		}
	case m.Customer == nil:
		m.hidden.Detached = true
	}
	u.put(m)
}

// capture books the money.
func (u *unit) capture(i *paymentIntent, c *charge, amount int64) {
	on := u.availableOn()
	if cardOf(c.hidden.Number).bypass {
		on = u.now
	}
	settled, _ := u.convert(amount, c.Currency)
	converting := u.conversionFee(settled, c.Currency)
	t := u.moveConverted(movement{
		kind: c.kind(), category: "charge", amount: amount, fee: u.s.fee(settled, u.settled(c.Currency)) + converting, currency: c.Currency,
		source: c.ID, availableOn: on, description: c.Description, converting: converting,
	})
	c.Captured, c.AmountCaptured, c.Transaction = true, amount, ptr(t.ID)
	i.Status, i.Received, i.Capturable = "succeeded", amount, 0
	u.put(c)
	u.at(i, 0)
}

// fee of a charge: basis points rounded half up, plus a fixed part. Where the last
// digits of a currency must be zero, those of its fees are.
func (s *Simulator) fee(amount int64, currency string) int64 {
	fee := min((amount*s.opts.FeeBasisPoints+5000)/10_000+s.opts.FeeFixed, amount)
	step := stepOf(currency)
	return fee / step * step
}

// decline notes a refused attempt on a charge and on the intent, and answers 402.
func (u *unit) decline(i *paymentIntent, m *paymentMethod, code, reason, message string) *apiError {
	c := u.newCharge(i, m)
	c.Status, c.FailureCode, c.FailureMessage = "failed", ptr(code), ptr(message)
	c.Outcome = &outcome{
		Network: ptr("declined_by_network"), Reason: ptr(reason), Risk: "normal", Score: 20,
		Message: "The bank did not return any further details with this decline.", Type: "issuer_declined",
	}
	u.put(c)
	u.emit("charge.failed", c, nil)
	err := cardError(code, "", message, "")
	if code == "card_declined" || code == "authentication_required" {
		err.body.DeclineCode = reason
	}
	err.body.Charge = c.ID
	i.LatestCharge = ptr(c.ID)
	u.failed(i, m, err)
	return err
}

// failed puts the intent back to the start, or ends it after too many attempts.
func (u *unit) failed(i *paymentIntent, m *paymentMethod, err *apiError) {
	err.document()
	told := *m
	last := err.body
	last.PaymentMethod = &told
	i.LastError, i.Method, i.NextAction = &last, nil, nil
	i.Status, i.hidden.Secured = "requires_payment_method", false
	i.hidden.Attempts++
	u.put(i)
	u.emit("payment_intent.payment_failed", i, nil)
	if i.hidden.Attempts >= u.s.opts.ConfirmsMax {
		u.cancel(i, "automatic")
	}
	copied := *i
	err.body.PaymentIntent, err.body.PaymentMethod = &copied, &told
}

func captureIntent(u *unit, p *struct {
	Amount   *int64    `p:"amount_to_capture" min:"1"`
	Final    *bool     `p:"final_capture"`
	Metadata *metadata `p:"metadata"`
	Suffix   *string   `p:"statement_descriptor_suffix"`
},
) (any, *apiError) {
	i, err := u.intentByPath("")
	if err != nil {
		return nil, err
	}
	if i.Status != "requires_capture" {
		return nil, u.unexpected(i, "captured")
	}
	amount := i.Capturable
	if p.Amount != nil {
		amount = *p.Amount
	}
	if amount > i.Capturable {
		return nil, refuse("amount_too_large", "amount_to_capture",
			"The amount_to_capture is greater than the amount_capturable (%d).", i.Capturable)
	}
	if p.Metadata != nil {
		i.Metadata = p.Metadata.onto(i.Metadata)
	}
	c := must[*charge](u.s, *i.LatestCharge)
	u.capture(i, c, amount)
	u.emit("charge.captured", c, nil)
	u.emit("payment_intent.succeeded", i, nil)
	u.afterwards(c, cardOf(c.hidden.Number))
	return i, nil
}

// afterwards lets the bank of a test card dispute a charge that was captured, or
// warn of it.
func (u *unit) afterwards(c *charge, card testCard) {
	if card.dispute != "" {
		u.openDispute(c, card.dispute, card.inquiry, c.AmountCaptured)
	}
	if card.warning != "" {
		u.warn(c, card.warning)
	}
}

// answerChallenge ends 3D Secure one way or the other.
func (u *unit) answerChallenge(i *paymentIntent, passed bool) *apiError {
	if i.Status != "requires_action" {
		return u.unexpected(i, "authenticated")
	}
	m := must[*paymentMethod](u.s, *i.Method)
	if !passed {
		err := &apiError{status: 402, body: errorBody{
			Type: typeInvalid, Code: "payment_intent_authentication_failure",
			Message: "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.",
		}}
		u.failed(i, m, err)
		return nil
	}
	i.hidden.Secured = true
	// A decline after a passed challenge is an outcome, not an error of the challenge.
	_, _ = u.take(i, m)
	return nil
}
