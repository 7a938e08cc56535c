package stripesim

import (
	"slices"
	"strings"
)

// setupIntent prepares a card for payments while its owner is away.
type setupIntent struct {
	head
	Application   *string           `json:"application"`
	Automatic     *automatic        `json:"automatic_payment_methods"`
	CancelReason  *string           `json:"cancellation_reason"`
	ClientSecret  string            `json:"client_secret"`
	Customer      *string           `json:"customer"`
	Description   *string           `json:"description"`
	Flow          []string          `json:"flow_directions"`
	LastError     *errorBody        `json:"last_setup_error"`
	Attempt       *string           `json:"latest_attempt"`
	Livemode      bool              `json:"livemode"`
	Mandate       *string           `json:"mandate"`
	Metadata      map[string]string `json:"metadata"`
	NextAction    *nextAction       `json:"next_action"`
	OnBehalfOf    *string           `json:"on_behalf_of"`
	Method        *string           `json:"payment_method"`
	Configuration *configuration    `json:"payment_method_configuration_details"`
	Options       setupOptions      `json:"payment_method_options"`
	Types         []string          `json:"payment_method_types"`
	Single        *string           `json:"single_use_mandate"`
	Status        string            `json:"status"`
	Usage         string            `json:"usage"`

	hidden setupHidden
}

type setupHidden struct {
	ReturnURL string `json:"return_url,omitempty"`
}

type setupOptions struct {
	Card *setupCard `json:"card,omitempty"`
}

type setupCard struct {
	Mandate *string `json:"mandate_options"`
	Network *string `json:"network"`
	Secure  string  `json:"request_three_d_secure"`
}

func (i *setupIntent) private() any { return &i.hidden }

type setupConfirmParams struct {
	Secret     string         `p:"client_secret"`
	Method     string         `p:"payment_method"`
	MethodData *methodParams  `p:"payment_method_data"`
	ReturnURL  string         `p:"return_url"`
	SDK        bool           `p:"use_stripe_sdk"`
	Mandate    *mandateParams `p:"mandate_data"`
}

func createSetup(u *unit, p *struct {
	setupConfirmParams
	Automatic   *automatic `p:"automatic_payment_methods"`
	Confirm     bool       `p:"confirm"`
	Customer    string     `p:"customer"`
	Description *string    `p:"description"`
	Metadata    *metadata  `p:"metadata"`
	Types       []string   `p:"payment_method_types" enum:"card|sepa_debit"`
	Usage       string     `p:"usage" enum:"off_session|on_session"`
},
) (any, *apiError) {
	if p.Customer != "" {
		if _, ok := get[*customer](u, p.Customer); !ok {
			return nil, missing("customer", p.Customer, "customer")
		}
	}
	i := &setupIntent{
		Automatic: p.Automatic, Customer: filled(p.Customer), Description: p.Description, Metadata: map[string]string{},
		Options: setupOptions{Card: &setupCard{Secure: "automatic"}}, Types: []string{"card"},
		Status: "requires_payment_method", Usage: or(p.Usage, "off_session"),
	}
	if p.Automatic == nil && p.Types == nil {
		i.Automatic = &automatic{Enabled: true}
	}
	if i.Automatic != nil {
		def(&i.Automatic.Redirects, "always")
		i.Configuration = &configuration{ID: "pmc_1simulator"}
	}
	if p.Types != nil {
		i.Types = p.Types
	}
	i.ID, i.Object, i.Created = newID("seti_1"), "setup_intent", u.now
	i.ClientSecret = newID(i.ID + "_secret_")
	if p.Metadata != nil {
		i.Metadata = p.Metadata.onto(nil)
	}
	if err := u.chooseSetup(i, &p.setupConfirmParams); err != nil {
		return nil, err
	}
	u.put(i)
	u.emit("setup_intent.created", i, nil)
	if p.Confirm {
		return u.confirmSetup(i, &p.setupConfirmParams)
	}
	return i, nil
}

func (u *unit) chooseSetup(i *setupIntent, p *setupConfirmParams) *apiError {
	var m *paymentMethod
	var err *apiError
	switch {
	case p.Method != "":
		m, err = u.methodFor(p.Method, "payment_method")
	case p.MethodData != nil:
		m, err = u.methodFrom(p.MethodData, "payment_method_data")
	default:
		return nil
	}
	if err != nil {
		return err
	}
	if !slices.Contains(i.Types, m.Type) {
		return refuse("", "payment_method", "The PaymentMethod provided (%s) is not allowed for this SetupIntent. Its types are %s.", m.Type, strings.Join(i.Types, ", "))
	}
	if m.Customer != nil && (i.Customer == nil || *i.Customer != *m.Customer) {
		return refuse("", "payment_method", "The PaymentMethod %s belongs to the Customer %s.", m.ID, *m.Customer)
	}
	i.Method, i.Status = ptr(m.ID), "requires_confirmation"
	return nil
}

func (u *unit) setupByPath(secret string) (*setupIntent, *apiError) {
	i, ok := get[*setupIntent](u, u.path("id"))
	if !ok {
		return nil, missing("setupintent", u.path("id"), "intent")
	}
	if (secret != "" || u.public) && !same(secret, i.ClientSecret) {
		return nil, reject("", "client_secret", "The client_secret provided does not match any associated SetupIntent: %s", i.ID)
	}
	return i, nil
}

func getSetup(u *unit, p *secretParams) (any, *apiError) {
	i, err := u.setupByPath(p.Secret)
	if err != nil {
		return nil, err
	}
	return i, nil
}

func confirmSetup(u *unit, p *setupConfirmParams) (any, *apiError) {
	i, err := u.setupByPath(p.Secret)
	if err != nil {
		return nil, err
	}
	if i.Status == "succeeded" || i.Status == "canceled" {
		return nil, i.unexpected("confirmed")
	}
	if err := u.chooseSetup(i, p); err != nil {
		return nil, err
	}
	u.put(i)
	return u.confirmSetup(i, p)
}

func (i *setupIntent) unexpected(what string) *apiError {
	err := refuse("setup_intent_unexpected_state", "", "This SetupIntent could not be %s because it has a status of %s.", what, i.Status)
	copied := *i
	err.body.SetupIntent = &copied
	return err
}

func (u *unit) confirmSetup(i *setupIntent, p *setupConfirmParams) (any, *apiError) {
	if i.Method == nil {
		return nil, i.unexpected("confirmed without a payment method")
	}
	m := must[*paymentMethod](u.s, *i.Method)
	i.hidden.ReturnURL = or(p.ReturnURL, i.hidden.ReturnURL)
	if m.Sepa != nil {
		if p.Mandate == nil {
			return nil, noMandate("SetupIntent")
		}
		m.hidden.Mandate = newID("mandate_1")
		i.Mandate = &m.hidden.Mandate
		u.finishSetup(i, m)
		return i, nil
	}
	card := cardOf(m.hidden.Number)
	if card.secure != secureNever && !m.hidden.SetUp {
		page := u.base + "/_sim/3ds/" + i.ID
		i.Status = "requires_action"
		if i.hidden.ReturnURL != "" && !p.SDK {
			i.NextAction = &nextAction{Type: "redirect_to_url", Redirect: &redirectAction{ReturnURL: &i.hidden.ReturnURL, URL: page}}
		} else {
			i.NextAction = &nextAction{Type: "use_stripe_sdk", SDK: &sdkAction{Type: "three_d_secure_redirect", JS: page, Source: "src_1" + i.ID[6:]}}
		}
		u.put(i)
		u.emit("setup_intent.requires_action", i, nil)
		return i, nil
	}
	if card.code != "" && m.hidden.Number != "4000000000000341" {
		err := cardError(card.code, card.decline, declineMessage(card.code, card.decline), "")
		u.failSetup(i, m, err)
		return nil, err
	}
	u.finishSetup(i, m)
	return i, nil
}

func (u *unit) finishSetup(i *setupIntent, m *paymentMethod) {
	i.Status, i.NextAction, i.LastError = "succeeded", nil, nil
	m.hidden.SetUp = i.Usage == "off_session"
	if i.Customer != nil && m.Customer == nil {
		u.attach(m, *i.Customer)
	}
	u.put(m)
	u.put(i)
	u.emit("setup_intent.succeeded", i, nil)
}

func (u *unit) failSetup(i *setupIntent, m *paymentMethod, err *apiError) {
	err.document()
	told := *m
	last := err.body
	last.PaymentMethod = &told
	i.LastError, i.Method, i.NextAction, i.Status = &last, nil, nil, "requires_payment_method"
	u.put(i)
	u.emit("setup_intent.setup_failed", i, nil)
	copied := *i
	err.body.SetupIntent, err.body.PaymentMethod = &copied, &told
}

// answerSetup ends 3D Secure of a setup.
func (u *unit) answerSetup(i *setupIntent, passed bool) *apiError {
	if i.Status != "requires_action" {
		return i.unexpected("authenticated")
	}
	m := must[*paymentMethod](u.s, *i.Method)
	if passed {
		u.finishSetup(i, m)
		return nil
	}
	u.failSetup(i, m, &apiError{status: 402, body: errorBody{
		Type: typeInvalid, Code: "setup_intent_authentication_failure", Message: "The latest attempt to set up the payment method has failed because authentication failed.",
	}})
	return nil
}

func cancelSetup(u *unit, p *struct {
	Reason string `p:"cancellation_reason" enum:"abandoned|duplicate|requested_by_customer"`
},
) (any, *apiError) {
	i, err := u.setupByPath("")
	if err != nil {
		return nil, err
	}
	if i.Status == "succeeded" || i.Status == "canceled" {
		return nil, i.unexpected("canceled")
	}
	i.Status, i.CancelReason, i.NextAction = "canceled", filled(p.Reason), nil
	u.put(i)
	u.emit("setup_intent.canceled", i, nil)
	return i, nil
}

func listSetups(u *unit, p *struct {
	listParams
	createdParams
	Customer string `p:"customer"`
},
) (any, *apiError) {
	return paginate(u, list(u, "setup_intent"), p.listParams, func(e entity) bool {
		i := e.(*setupIntent)
		return p.Created.has(i.Created) && is(i.Customer, p.Customer)
	})
}
