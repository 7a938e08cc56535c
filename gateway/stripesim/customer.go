package stripesim

import "strings"

// customer is Stripe's word for a buyer that pays.
type customer struct {
	head
	Address   *address          `json:"address"`
	Balance   int64             `json:"balance"`
	Currency  *string           `json:"currency"`
	Source    *string           `json:"default_source"`
	Owing     bool              `json:"delinquent"`
	Text      *string           `json:"description"`
	Discount  *string           `json:"discount"`
	Email     *string           `json:"email"`
	Prefix    string            `json:"invoice_prefix"`
	Invoices  invoiceSettings   `json:"invoice_settings"`
	Livemode  bool              `json:"livemode"`
	Metadata  map[string]string `json:"metadata"`
	Name      *string           `json:"name"`
	Phone     *string           `json:"phone"`
	Locales   []string          `json:"preferred_locales"`
	Shipping  *shipping         `json:"shipping"`
	TaxExempt string            `json:"tax_exempt"`
	Clock     *string           `json:"test_clock"`
}

type invoiceSettings struct {
	Fields    []string `json:"custom_fields"`
	Method    *string  `json:"default_payment_method"`
	Footer    *string  `json:"footer"`
	Rendering *string  `json:"rendering_options"`
}

type shipping struct {
	Address  *address `json:"address,omitempty" p:"address"`
	Carrier  *string  `json:"carrier,omitempty" p:"carrier"`
	Name     string   `json:"name" p:"name"`
	Phone    *string  `json:"phone" p:"phone"`
	Tracking *string  `json:"tracking_number,omitempty" p:"tracking_number"`
}

func (c *customer) indexes() []string {
	return nil
}

type customerParams struct {
	Address  *address  `p:"address"`
	Text     *string   `p:"description"`
	Email    *string   `p:"email"`
	Metadata *metadata `p:"metadata"`
	Name     *string   `p:"name"`
	Phone    *string   `p:"phone"`
	Locales  []string  `p:"preferred_locales"`
	Shipping *shipping `p:"shipping"`
	Invoices *struct {
		Method *string `p:"default_payment_method"`
		Footer *string `p:"footer"`
	} `p:"invoice_settings"`
	TaxExempt string `p:"tax_exempt" enum:"none|exempt|reverse"`
}

func (u *unit) applyCustomer(c *customer, p *customerParams) *apiError {
	if p.Email != nil && *p.Email != "" && !strings.Contains(*p.Email, "@") {
		return reject("email_invalid", "email", "Invalid email address: %s", *p.Email)
	}
	if p.Invoices != nil && p.Invoices.Method != nil && *p.Invoices.Method != "" {
		m, ok := get[*paymentMethod](u, *p.Invoices.Method)
		if !ok || m.Customer == nil || *m.Customer != c.ID {
			return missing("payment_method", *p.Invoices.Method, "invoice_settings[default_payment_method]")
		}
	}
	set(&c.Text, p.Text)
	set(&c.Email, p.Email)
	set(&c.Name, p.Name)
	set(&c.Phone, p.Phone)
	c.TaxExempt = or(p.TaxExempt, c.TaxExempt)
	if p.Address != nil {
		c.Address = p.Address
	}
	if p.Shipping != nil {
		c.Shipping = p.Shipping
	}
	if p.Locales != nil {
		c.Locales = p.Locales
	}
	if p.Metadata != nil {
		c.Metadata = p.Metadata.onto(c.Metadata)
	}
	if p.Invoices != nil {
		set(&c.Invoices.Method, p.Invoices.Method)
		set(&c.Invoices.Footer, p.Invoices.Footer)
	}
	return nil
}

func createCustomer(u *unit, p *struct {
	customerParams
	Method string `p:"payment_method"`
},
) (any, *apiError) {
	c := &customer{Metadata: map[string]string{}, Locales: []string{}, TaxExempt: "none", Prefix: strings.ToUpper(newID("")[:8])}
	c.ID, c.Object, c.Created = newID("cus_")[:18], "customer", u.now
	if err := u.applyCustomer(c, &p.customerParams); err != nil {
		return nil, err
	}
	var m *paymentMethod
	if p.Method != "" {
		var err *apiError
		if m, err = u.methodFor(p.Method, "payment_method"); err != nil {
			return nil, err
		}
	}
	u.put(c)
	u.emit("customer.created", c, nil)
	if m != nil {
		u.attach(m, c.ID)
	}
	return c, nil
}

func (u *unit) customerByPath() (*customer, *apiError) {
	c, ok := get[*customer](u, u.path("id"))
	if !ok {
		return nil, missing("customer", u.path("id"), "")
	}
	return c, nil
}

func getCustomer(u *unit, _ *none) (any, *apiError) {
	if c, ok := u.s.state.byID[u.path("id")].(*customer); ok && c.gone && c.account == u.account {
		return shown(c), nil
	}
	c, err := u.customerByPath()
	if err != nil {
		return nil, err
	}
	return c, nil
}

func updateCustomer(u *unit, p *customerParams) (any, *apiError) {
	c, err := u.customerByPath()
	if err != nil {
		return nil, err
	}
	before := snapshot(c)
	if err := u.applyCustomer(c, p); err != nil {
		return nil, err
	}
	u.put(c)
	u.emit("customer.updated", c, before)
	return c, nil
}

func deleteCustomer(u *unit, _ *none) (any, *apiError) {
	c, err := u.customerByPath()
	if err != nil {
		return nil, err
	}
	for _, e := range u.s.state.lists["payment_method|"+u.account] {
		if m := e.(*paymentMethod); m.Customer != nil && *m.Customer == c.ID {
			m.Customer, m.hidden.Detached = nil, true
			u.put(m)
		}
	}
	c.gone = true
	u.put(c)
	u.emit("customer.deleted", c, nil)
	return &deleted{ID: c.ID, Object: "customer", Deleted: true}, nil
}

func listCustomers(u *unit, p *struct {
	listParams
	createdParams
	Email string `p:"email"`
},
) (any, *apiError) {
	return paginate(u, list(u, "customer"), p.listParams, func(e entity) bool {
		c := e.(*customer)
		return p.Created.has(c.Created) && (p.Email == "" || c.Email != nil && *c.Email == p.Email)
	})
}
