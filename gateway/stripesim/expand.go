package stripesim

import (
	"bytes"
	"encoding/json"
	"strings"
)

// expandMax is how many levels deep a property can be expanded.
const expandMax = 4

// expanded renders a result with the wanted references replaced by their objects.
func (u *unit) expanded(result any, paths []string) ([]byte, *apiError) {
	raw := render(result)
	if len(paths) == 0 {
		return raw, nil
	}
	tree := decode(raw)
	for _, path := range paths {
		parts := strings.Split(path, ".")
		depth := len(parts)
		if parts[0] == "data" {
			depth--
		}
		if depth > expandMax {
			return nil, reject("", "expand", "You cannot expand more than %d levels of a property: %s", expandMax, path)
		}
		if err := u.expand(tree, parts, path); err != nil {
			return nil, err
		}
	}
	return render(tree), nil
}

func decode(raw []byte) any {
	var tree any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(&tree); err != nil {
		panic("stripesim: an object does not decode: " + err.Error())
	}
	return tree
}

func (u *unit) expand(v any, parts []string, path string) *apiError {
	if len(parts) == 0 || v == nil {
		return nil
	}
	if items, ok := v.([]any); ok {
		for _, item := range items {
			if err := u.expand(item, parts, path); err != nil {
				return err
			}
		}
		return nil
	}
	m, ok := v.(map[string]any)
	if !ok {
		return unexpandable(path)
	}
	name := parts[0]
	object, _ := m["object"].(string)
	if object == "list" && name == "data" {
		return u.expand(m["data"], parts[1:], path)
	}
	id, isID := m[name].(string)
	switch {
	case object == "charge" && name == "refunds":
		m[name] = u.refundsOf(m["id"].(string))
	case strings.HasPrefix(object, "tax.") && name == "line_items":
		m[name] = u.taxLines(m["id"].(string))
	case object == "tax.calculation_line_item" && name == "tax_breakdown":
		m[name] = u.taxesOfLine(m["id"].(string))
	case isID && expandable(object, name):
		e := u.s.state.byID[id]
		if e == nil {
			return unexpandable(path)
		}
		m[name] = decode(render(shown(e)))
	case isID:
		return unexpandable(path)
	case m[name] == nil && len(parts) == 1 && !expandable(object, name):
		return unexpandable(path)
	}
	return u.expand(m[name], parts[1:], path)
}

// shown is an object as a reference shows it: a deleted one only says so.
func shown(e entity) any {
	h := e.header()
	if h.gone {
		return &deleted{ID: h.ID, Object: h.Object, Deleted: true}
	}
	return e
}

func (u *unit) refundsOf(id string) any {
	c := must[*charge](u.s, id)
	list := all[*refund]("/v1/charges/" + id + "/refunds")
	refunds := u.s.state.lists["refund|"+c.account+"|charge="+id]
	for i := len(refunds) - 1; i >= 0; i-- {
		list.Data = append(list.Data, refunds[i])
	}
	return decode(render(list))
}

func (u *unit) taxLines(id string) any {
	if c, ok := u.s.state.byID[id].(*taxCalculation); ok {
		return decode(render(&shortList[*cartLine]{Object: "list", Data: c.hidden.Lines, URL: "/v1/tax/calculations/" + id + "/line_items"}))
	}
	t := must[*taxTransaction](u.s, id)
	return decode(render(&shortList[*txnLine]{Object: "list", Data: t.hidden.Lines, URL: "/v1/tax/transactions/" + id + "/line_items"}))
}

func unexpandable(path string) *apiError {
	return reject("", "expand", "This property cannot be expanded (%s).", path)
}

// expandable lists the references that can become objects.
func expandable(object, name string) bool {
	switch object + "." + name {
	case "payment_intent.customer", "payment_intent.latest_charge", "payment_intent.payment_method",
		"setup_intent.customer", "setup_intent.payment_method",
		"charge.balance_transaction", "charge.failure_balance_transaction", "charge.customer", "charge.payment_intent",
		"charge.source_transfer", "charge.transfer",
		"transfer.balance_transaction", "transfer.destination", "transfer.destination_payment", "transfer.source_transaction",
		"transfer_reversal.balance_transaction", "transfer_reversal.destination_payment_refund",
		"transfer_reversal.source_refund", "transfer_reversal.transfer",
		"refund.balance_transaction", "refund.charge", "refund.payment_intent", "refund.failure_balance_transaction",
		"refund.transfer_reversal", "refund.source_transfer_reversal",
		"payout.balance_transaction", "payout.destination", "payout.failure_balance_transaction",
		"payout.original_payout", "payout.reversed_by",
		"dispute.charge", "dispute.payment_intent", warningKind + ".charge", warningKind + ".payment_intent", "balance_transaction.source", "topup.balance_transaction",
		"payment_method.customer", "capability.account", "bank_account.account", "card.account",
		"customer.default_source":
		return true
	}
	return false
}

// deleted is what is left of an object.
type deleted struct {
	ID      string `json:"id"`
	Object  string `json:"object"`
	Deleted bool   `json:"deleted"`
}
