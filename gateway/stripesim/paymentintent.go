package stripesim

import (
	"slices"
	"strings"
)

// paymentIntent is one attempt of a buyer to pay an amount, with all its retries.
type paymentIntent struct {
	head
	Amount         int64             `json:"amount"`
	Capturable     int64             `json:"amount_capturable"`
	Details        amountDetails     `json:"amount_details"`
	Received       int64             `json:"amount_received"`
	Application    *string           `json:"application"`
	ApplicationFee *int64            `json:"application_fee_amount"`
	Automatic      *automatic        `json:"automatic_payment_methods"`
	CanceledAt     *int64            `json:"canceled_at"`
	CancelReason   *string           `json:"cancellation_reason"`
	CaptureMethod  string            `json:"capture_method"`
	ClientSecret   string            `json:"client_secret"`
	ConfirmMethod  string            `json:"confirmation_method"`
	Currency       string            `json:"currency"`
	Customer       *string           `json:"customer"`
	Description    *string           `json:"description"`
	Invoice        *string           `json:"invoice"`
	LastError      *errorBody        `json:"last_payment_error"`
	LatestCharge   *string           `json:"latest_charge"`
	Livemode       bool              `json:"livemode"`
	Metadata       map[string]string `json:"metadata"`
	NextAction     *nextAction       `json:"next_action"`
	OnBehalfOf     *string           `json:"on_behalf_of"`
	Method         *string           `json:"payment_method"`
	Configuration  *configuration    `json:"payment_method_configuration_details"`
	Options        methodOptions     `json:"payment_method_options"`
	Types          []string          `json:"payment_method_types"`
	Processing     *string           `json:"processing"`
	Receipt        *string           `json:"receipt_email"`
	Review         *string           `json:"review"`
	FutureUsage    *string           `json:"setup_future_usage"`
	Shipping       *shipping         `json:"shipping"`
	Source         *string           `json:"source"`
	Descriptor     *string           `json:"statement_descriptor"`
	Suffix         *string           `json:"statement_descriptor_suffix"`
	Status         string            `json:"status"`
	TransferData   *string           `json:"transfer_data"`
	TransferGroup  *string           `json:"transfer_group"`

	hidden intentHidden
}

type intentHidden struct {
	// Attempts that failed; too many cancel the intent.
	Attempts int `json:"attempts,omitempty"`
	// ReturnURL is where the buyer goes after 3D Secure.
	ReturnURL string `json:"return_url,omitempty"`
	// Secured says that the buyer has passed 3D Secure for the confirmation under way.
	Secured bool `json:"secured,omitempty"`
}

type amountDetails struct {
	Tip struct{} `json:"tip"`
}

type automatic struct {
	Redirects string `json:"allow_redirects" p:"allow_redirects" enum:"always|never"`
	Enabled   bool   `json:"enabled" p:"enabled"`
}

type configuration struct {
	ID     string  `json:"id"`
	Parent *string `json:"parent"`
}

type methodOptions struct {
	Card *cardOptions `json:"card,omitempty"`
	Sepa *sepaOptions `json:"sepa_debit,omitempty"`
}

type cardOptions struct {
	Installments *string `json:"installments"`
	Mandate      *string `json:"mandate_options"`
	Network      *string `json:"network"`
	Secure       string  `json:"request_three_d_secure"`
}

type nextAction struct {
	Redirect *redirectAction `json:"redirect_to_url,omitempty"`
	Type     string          `json:"type"`
	SDK      *sdkAction      `json:"use_stripe_sdk,omitempty"`
}

type redirectAction struct {
	ReturnURL *string `json:"return_url"`
	URL       string  `json:"url"`
}

type sdkAction struct {
	JS     string `json:"stripe_js"`
	Source string `json:"source"`
	Type   string `json:"type"`
}

func (p *paymentIntent) private() any { return &p.hidden }

// intentParams are what create and update share.
type intentParams struct {
	Amount        *int64          `p:"amount" min:"1"`
	Currency      string          `p:"currency"`
	Customer      *string         `p:"customer"`
	Description   *string         `p:"description"`
	Metadata      *metadata       `p:"metadata"`
	Method        *string         `p:"payment_method"`
	MethodData    *methodParams   `p:"payment_method_data"`
	Options       *optionsParams  `p:"payment_method_options"`
	Types         []string        `p:"payment_method_types" enum:"card|sepa_debit"`
	Receipt       *string         `p:"receipt_email"`
	FutureUsage   *string         `p:"setup_future_usage" enum:"off_session|on_session"`
	Shipping      *shippingParams `p:"shipping"`
	Descriptor    *string         `p:"statement_descriptor"`
	Suffix        *string         `p:"statement_descriptor_suffix"`
	TransferGroup *string         `p:"transfer_group"`
	CaptureMethod string          `p:"capture_method" enum:"automatic|automatic_async|manual"`
}

type shippingParams struct {
	Address  *address `p:"address,required"`
	Carrier  *string  `p:"carrier"`
	Name     string   `p:"name,required"`
	Phone    *string  `p:"phone"`
	Tracking *string  `p:"tracking_number"`
}

func (p *shippingParams) shipping() *shipping {
	return &shipping{Address: p.Address, Carrier: p.Carrier, Name: p.Name, Phone: p.Phone, Tracking: p.Tracking}
}

type optionsParams struct {
	Card *struct {
		Secure string `p:"request_three_d_secure" enum:"any|automatic|challenge"`
	} `p:"card"`
}

type intentCreateParams struct {
	intentParams
	confirmation
	Automatic     *automatic `p:"automatic_payment_methods"`
	Confirm       bool       `p:"confirm"`
	ConfirmMethod string     `p:"confirmation_method" enum:"automatic|manual"`
}

func createIntent(u *unit, p *intentCreateParams) (any, *apiError) {
	switch {
	case p.Amount == nil:
		return nil, reject("parameter_missing", "amount", "Missing required param: amount.")
	case p.Currency == "":
		return nil, reject("parameter_missing", "currency", "Missing required param: currency.")
	case p.Automatic != nil && p.Automatic.Enabled && p.Types != nil:
		return nil, reject("", "payment_method_types", "You may only specify one of these parameters: automatic_payment_methods, payment_method_types.")
	case !p.Confirm && p.set():
		return nil, reject("", "confirm", "You must set confirm=true to use parameters of the confirmation.")
	}
	i := &paymentIntent{
		CaptureMethod: "automatic", ConfirmMethod: or(p.ConfirmMethod, "automatic"), Metadata: map[string]string{},
		Status: "requires_payment_method", Types: []string{"card"},
		Options: methodOptions{Card: &cardOptions{Secure: "automatic"}},
	}
	i.ID, i.Object, i.Created = newID("pi_3"), "payment_intent", u.now
	i.ClientSecret = newID(i.ID + "_secret_")
	if p.Types == nil && (p.Automatic == nil || p.Automatic.Enabled) {
		i.Automatic = &automatic{Enabled: true, Redirects: "always"}
		if p.Automatic != nil {
			i.Automatic.Redirects = or(p.Automatic.Redirects, "always")
		}
		i.Configuration = &configuration{ID: "pmc_1simulator"}
	}
	if err := u.applyIntent(i, &p.intentParams); err != nil {
		return nil, err
	}
	u.put(i)
	u.emit("payment_intent.created", i, nil)
	if p.Confirm {
		return u.confirm(i, &p.confirmation)
	}
	return i, nil
}

// applyIntent writes what create and update share; it changes nothing when it refuses.
func (u *unit) applyIntent(i *paymentIntent, p *intentParams) *apiError {
	amount, currency := i.Amount, strings.ToLower(or(p.Currency, i.Currency))
	if p.Amount != nil {
		amount = *p.Amount
	}
	if !knownCurrency(currency) {
		return invalidCurrency(currency)
	}
	if err := u.convertible(currency); err != nil {
		return err
	}
	if err := chargeable(amount, currency); err != nil {
		return err
	}
	if p.Customer != nil && *p.Customer != "" {
		if _, ok := get[*customer](u, *p.Customer); !ok {
			return missing("customer", *p.Customer, "customer")
		}
	}
	if p.Suffix != nil && len(*p.Suffix) > 22 {
		return reject("", "statement_descriptor_suffix", "The statement descriptor suffix can be at most 22 characters.")
	}
	if p.Types != nil && slices.Contains(p.Types, "sepa_debit") && currency != "eur" {
		return reject("", "payment_method_types", "The payment method type sepa_debit is not available in %s: its currency is eur.", currency)
	}
	set(&i.Customer, p.Customer)
	i.offer(p.Types, currency)
	if err := u.chooseMethod(i, p.Method, p.MethodData); err != nil {
		return err
	}
	i.Amount, i.Currency = amount, currency
	i.CaptureMethod = or(p.CaptureMethod, i.CaptureMethod)
	set(&i.Description, p.Description)
	set(&i.Receipt, p.Receipt)
	set(&i.FutureUsage, p.FutureUsage)
	set(&i.Descriptor, p.Descriptor)
	set(&i.Suffix, p.Suffix)
	set(&i.TransferGroup, p.TransferGroup)
	if p.Metadata != nil {
		i.Metadata = p.Metadata.onto(i.Metadata)
	}
	if p.Shipping != nil {
		i.Shipping = p.Shipping.shipping()
	}
	i.applyOptions(p.Options)
	return nil
}

// offer says by which methods the intent can be paid: those that were asked for, or all
// that its currency has.
func (i *paymentIntent) offer(types []string, currency string) {
	switch {
	case types != nil:
		i.Types = slices.Clone(types)
	case i.Automatic != nil && currency == "eur":
		i.Types = []string{"card", "sepa_debit"}
	case i.Automatic != nil:
		i.Types = []string{"card"}
	}
	i.Options.Sepa = nil
	if slices.Contains(i.Types, "sepa_debit") {
		i.Options.Sepa = &sepaOptions{}
	}
}

func (i *paymentIntent) applyOptions(p *optionsParams) {
	if p != nil && p.Card != nil && p.Card.Secure != "" {
		i.Options.Card = &cardOptions{Secure: p.Card.Secure}
	}
}

// chooseMethod sets the payment method from an id or from data.
func (u *unit) chooseMethod(i *paymentIntent, id *string, data *methodParams) *apiError {
	var m *paymentMethod
	var err *apiError
	switch {
	case id != nil && *id != "":
		m, err = u.methodFor(*id, "payment_method")
	case data != nil:
		m, err = u.methodFrom(data, "payment_method_data")
	default:
		return nil
	}
	if err != nil {
		return err
	}
	if !slices.Contains(i.Types, m.Type) {
		return refuse("", "payment_method", "The PaymentMethod provided (%s) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: %s.",
			m.Type, strings.Join(i.Types, ", "))
	}
	if m.Customer != nil && (i.Customer == nil || *i.Customer != *m.Customer) {
		return refuse("", "payment_method", "The PaymentMethod %s belongs to the Customer %s. Please include the Customer in the `customer` parameter on the PaymentIntent.", m.ID, *m.Customer)
	}
	i.Method = ptr(m.ID)
	if i.Status == "requires_payment_method" {
		i.Status = "requires_confirmation"
	}
	return nil
}

// intentByPath finds the intent; a publishable key must know its client secret.
func (u *unit) intentByPath(secret string) (*paymentIntent, *apiError) {
	i, ok := get[*paymentIntent](u, u.path("id"))
	if !ok {
		return nil, missing("payment_intent", u.path("id"), "intent")
	}
	if secret != "" || u.public {
		if !same(secret, i.ClientSecret) {
			return nil, reject("", "client_secret", "The client_secret provided does not match any associated PaymentIntent: %s", u.path("id"))
		}
	}
	return i, nil
}

type secretParams struct {
	Secret string `p:"client_secret"`
}

func getIntent(u *unit, p *secretParams) (any, *apiError) {
	i, err := u.intentByPath(p.Secret)
	if err != nil {
		return nil, err
	}
	return i, nil
}

func updateIntent(u *unit, p *intentParams) (any, *apiError) {
	i, err := u.intentByPath("")
	if err != nil {
		return nil, err
	}
	switch i.Status {
	case "requires_payment_method", "requires_confirmation", "requires_action":
	default:
		money := p.Amount != nil || p.Currency != "" || p.Method != nil || p.MethodData != nil || p.CaptureMethod != ""
		if money || i.Status == "canceled" {
			return nil, u.unexpected(i, "updated")
		}
	}
	if err := u.applyIntent(i, p); err != nil {
		return nil, err
	}
	if i.Status == "requires_action" && (p.Amount != nil || p.Method != nil) {
		i.Status, i.NextAction = "requires_confirmation", nil
	}
	u.put(i)
	return i, nil
}

func (u *unit) unexpected(i *paymentIntent, what string) *apiError {
	err := refuse("payment_intent_unexpected_state", "",
		"This PaymentIntent could not be %s because it has a status of %s.", what, i.Status)
	copied := *i
	err.body.PaymentIntent = &copied
	return err
}

func listIntents(u *unit, p *struct {
	listParams
	createdParams
	Customer string `p:"customer"`
},
) (any, *apiError) {
	return paginate(u, list(u, "payment_intent"), p.listParams, func(e entity) bool {
		i := e.(*paymentIntent)
		return p.Created.has(i.Created) && (p.Customer == "" || i.Customer != nil && *i.Customer == p.Customer)
	})
}

func cancelIntent(u *unit, p *struct {
	Reason string `p:"cancellation_reason" enum:"abandoned|duplicate|fraudulent|requested_by_customer"`
},
) (any, *apiError) {
	i, err := u.intentByPath("")
	if err != nil {
		return nil, err
	}
	if i.Status == "succeeded" || i.Status == "canceled" || i.Status == "processing" {
		return nil, u.unexpected(i, "canceled")
	}
	u.cancel(i, p.Reason)
	return i, nil
}

// cancel ends an intent, and releases what it held on the card.
func (u *unit) cancel(i *paymentIntent, reason string) {
	if i.Status == "requires_capture" {
		c := must[*charge](u.s, *i.LatestCharge)
		// A release is not a refund: no money was booked.
		c.Refunded, c.AmountRefunded = true, c.Amount
		u.put(c)
		kind := "charge.refunded"
		if reason == "automatic" {
			kind = "charge.expired"
		}
		u.emit(kind, c, nil)
	}
	i.Status, i.CanceledAt, i.CancelReason = "canceled", ptr(u.now), filled(reason)
	i.Capturable, i.NextAction = 0, nil
	u.at(i, 0)
	u.emit("payment_intent.canceled", i, nil)
}

// fire lets an authorisation expire.
func (i *paymentIntent) fire(u *unit) {
	if i.Status == "requires_capture" {
		u.cancel(i, "automatic")
	}
}
