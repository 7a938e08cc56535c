package privacy

import "slices"

// Table says what one table knows of people and what becomes of it. In
// conditions and expressions ?0 is the account's id, ?1 its folded mail address,
// ?2 the present instant.
type Table struct {
	Name  string
	About string // for the person who reads an export
	// Where finds the rows of a person. Empty: the table names people only in
	// what they did for others, and Kept says why it stays.
	Where string
	// Secret lists columns that no export shows: hashes and keys.
	Secret []string
	// Delete deletes the rows of Where when the person is erased, or those of
	// DeleteWhere.
	Delete      bool
	DeleteWhere string
	// Set gives columns another value when the person is erased.
	Set map[string]string
	// By names the use case that replaces columns, where SQL of both databases
	// cannot.
	By map[string]string
	// Kept lists columns that stay as they are, each with the reason.
	Kept map[string]string
}

const (
	pseudonym  = "an identifier that leads to nobody once the account is erased"
	ofOperator = "which operator decided stays on record; an identifier only"
	ofCode     = "a word of a closed list, and nobody's own"
	ofBusiness = "said of a business and its money, and kept with its books"
	ofBuyer    = "id IN (SELECT id FROM orders WHERE buyer_id = ?0)"
)

// Tables lists what is kept about people, in the order in which it is erased:
// rows that others point at come after those.
func Tables() []Table {
	tables := accountTables()
	tables = append(tables, orderTables()...)
	tables = append(tables, creditTables()...)
	tables = append(tables, disputeTables()...)
	tables = append(tables, programTables()...)
	tables = append(tables, traceTables()...)
	return slices.Concat(tables, sellerTables(), bookTables(), powerTables(), termsTables())
}

func accountTables() []Table {
	return []Table{
		{
			Name: "sessions", About: "Where and with which program you are and were signed in.", Where: "account_id = ?0",
			Secret: []string{"token_hash"}, Delete: true,
		},
		{
			Name: "email_links", About: "Links that were mailed to you to confirm something.", Where: "account_id = ?0 OR email_folded = ?1",
			Secret: []string{"token_hash", "password"}, Delete: true,
		},
		{
			Name: "totp_factors", About: "Your authenticator app.", Where: "account_id = ?0",
			Secret: []string{"secret", "secret_key_id", "last_step"}, Delete: true,
		},
		{Name: "recovery_codes", About: "Your recovery codes.", Where: "account_id = ?0", Secret: []string{"code_hash"}, Delete: true},
		{
			Name: "passkey_handles", About: "What your passkeys know you by.", Where: "account_id = ?0", Secret: []string{"handle"}, Delete: true,
		},
		{
			Name: "passkeys", About: "Your passkeys.", Where: "account_id = ?0", Secret: []string{"credential_id", "public_key", "sign_count"},
			Delete: true,
		},
		{Name: "factor_guards", About: "Wrong codes that were shown for you.", Where: "account_id = ?0", Delete: true},
		{
			Name: "known_devices", About: "Devices that you have signed in with.", Where: "account_id = ?0", Secret: []string{"token_hash"},
			Delete: true,
		},
		{
			Name: "trusted_devices", About: "Devices that you are not asked for your second factor on.", Where: "account_id = ?0",
			Secret: []string{"token_hash"}, Delete: true,
		},
		{
			Name: "accounts", About: "Your account.", Where: "id = ?0", Secret: []string{"password", "email_folded"},
			By: map[string]string{
				"name": "identity.ForgetTx", "email": "identity.ForgetTx", "email_folded": "identity.ForgetTx",
				"email_verified_at": "identity.ForgetTx", "password": "identity.ForgetTx", "suspension_reason": "identity.ForgetTx",
			},
		},
	}
}

// orderTables are about what you have bought.
func orderTables() []Table {
	return []Table{
		{Name: "notifications", About: "What you were told beside mail.", Where: "account_id = ?0", Delete: true},
		{Name: "search_entries", About: "The name that others find you by.", Where: "subject = ?0", Secret: []string{"scope"}, Delete: true},
		{Name: "account_preferences", About: "What you have chosen for the pages that you work with.", Where: "account_id = ?0", Delete: true},
		{Name: "saved_views", About: "Lists as you like to see them.", Where: "account_id = ?0", Secret: []string{"name_folded"}, Delete: true},
		{Name: "notification_preferences", About: "How you want to be told.", Where: "account_id = ?0", Delete: true},
		{
			Name: "cart_lines", About: "What is in your carts.", Where: "cart_id IN (SELECT id FROM carts WHERE buyer_id = ?0)",
			Delete: true, DeleteWhere: "cart_id IN (SELECT id FROM carts WHERE buyer_id = ?0 AND status = 'OPEN')",
		},
		{
			Name: "carts", About: "Your carts.", Where: "buyer_id = ?0", Delete: true, DeleteWhere: "buyer_id = ?0 AND status = 'OPEN'",
			Kept: map[string]string{"buyer_id": "what was ordered stays for the legal retention; " + pseudonym},
		},
		{
			Name: "orders", About: "Your orders.", Where: "buyer_id = ?0",
			By:   map[string]string{"email": "order.ForgetTx", "ship_to": "order.ForgetTx"},
			Kept: map[string]string{"buyer_id": pseudonym, "cancel_reason": ofCode},
		},
		{
			Name: "seller_orders", About: "The part of each seller in your orders.", Where: "buyer_id = ?0",
			By:   map[string]string{"ship_to": "order.ForgetTx"},
			Kept: map[string]string{"buyer_id": pseudonym, "shipping_by": "whether the seller or the platform ships, nobody in particular"},
		},
		{Name: "order_lines", About: "What you have ordered.", Where: "order_" + ofBuyer},
		{
			Name: "shipments", About: "How your goods were sent.", Where: "seller_order_id IN (SELECT id FROM seller_orders WHERE buyer_id = ?0)",
			By: map[string]string{"tracking_number": "order.ForgetTx", "tracking_url": "order.ForgetTx"},
		},
		{
			Name: "shipment_lines", About: "What was in each parcel.",
			Where: "shipment_id IN (SELECT p.id FROM shipments p JOIN seller_orders s ON s.id = p.seller_order_id WHERE s.buyer_id = ?0)",
		},
		{
			Name: "inbox", About: "News of the payment provider about your payments.",
			Where: `object_id IN (SELECT intent_id FROM payments WHERE buyer_id = ?0)
				OR object_id IN (SELECT e.intent_id FROM payment_ended_intents e JOIN payments p ON p.id = e.payment_id WHERE p.buyer_id = ?0)
				OR object_id IN (SELECT charge_id FROM payments WHERE buyer_id = ?0 AND charge_id <> '')`,
			Secret: []string{"payload"}, // as the provider wrote it, with its own secrets
			Set:    map[string]string{"payload": "'{}'"},
			Kept: map[string]string{
				"account": "the seller's account at the payment provider", "reason": "what this program says of a message that it cannot read",
			},
		},
		{
			Name: "payments", About: "Your payments.", Where: "buyer_id = ?0", Secret: []string{"client_secret"},
			Set:  map[string]string{"client_secret": "''"},
			Kept: map[string]string{"buyer_id": pseudonym},
		},
		{
			Name: "refunds", About: "Money that you got back.", Where: "buyer_id = ?0", Secret: []string{"note", "failure"},
			Set: map[string]string{"note": "''"},
			Kept: map[string]string{
				"buyer_id": pseudonym, "requested_by": "who gave money back stays on record; an identifier only", "reason": ofCode,
			},
		},
		{
			Name: "notes", About: "What operators have written down for each other about your orders.", Where: "order_" + ofBuyer,
			Secret: []string{"text", "author_id"}, Delete: true,
		},
		{Name: "refund_parts", About: "What you got money back for.", Where: "order_" + ofBuyer},
	}
}

// creditTables are about what you got back otherwise than to your card.
func creditTables() []Table {
	return []Table{
		{
			Name: "buyer_credits", About: "What the platform owes you as credit, and has paid of it.", Where: "buyer_id = ?0",
			Kept: map[string]string{"buyer_id": pseudonym},
		},
		{
			Name: "hand_payments", About: "What you were paid by hand.", Where: "buyer_id = ?0", Secret: []string{"paid_by"},
			Kept: map[string]string{"buyer_id": pseudonym, "paid_by": "who paid stays on record; an identifier only"},
		},
	}
}

// disputeTables are about what your bank has said.
func disputeTables() []Table {
	return []Table{
		{
			Name: "disputes", About: "Payments that your bank has disputed.", Where: "order_" + ofBuyer,
			Secret: []string{"answer_failure"}, Set: map[string]string{"answer_evidence": "NULL"},
			Kept: map[string]string{
				"due_by": "a time and no person at all", "answered_by": "who has answered the bank stays on record; an identifier only",
				"reason": "the bank's, a word of the provider's list",
			},
		},
		{
			Name: "fraud_warnings", About: "Payments of which the issuer of your card has warned.", Where: "order_" + ofBuyer,
			Secret: []string{"note"}, Set: map[string]string{"note": "''"},
			Kept: map[string]string{"set_aside_by": "who has set it aside stays on record; an identifier only"},
		},
		{
			Name: "dispute_parts", About: "What sellers have said about payments that your bank has disputed.",
			Where: "dispute_id IN (SELECT id FROM disputes WHERE order_" + ofBuyer + ")", Secret: []string{"edited_by", "accepted_by"},
			Set: map[string]string{"evidence": "'{}'"},
			Kept: map[string]string{
				"edited_by": "who has edited it stays on record; an identifier only", "accepted_by": "who has accepted it stays on record; an identifier only",
			},
		},
		{
			Name: "file_uses", About: "That files about payments which your bank has disputed are kept.", Delete: true,
			Where: "holder IN (SELECT id FROM dispute_files WHERE dispute_id IN (SELECT id FROM disputes WHERE order_" + ofBuyer + "))",
		},
		{
			Name: "dispute_files", About: "Files that sellers and the platform have shown your bank.",
			Where:  "dispute_id IN (SELECT id FROM disputes WHERE order_" + ofBuyer + ")",
			Secret: []string{"added_by", "file_id", "send_key", "provider_id"},
			Set:    map[string]string{"filename": "''", "forgotten_at": "COALESCE(forgotten_at, ?2)"},
			Kept:   map[string]string{"added_by": "who has added it stays on record; an identifier only"},
		},
	}
}

func traceTables() []Table {
	return []Table{
		{
			Name: "idempotency_keys", About: "Requests that your programs have numbered.", Where: "account_id = ?0", Secret: []string{"input_hash"},
			Delete: true,
		},
		{
			Name: "api_keys", About: "Keys for programs that you have made or revoked.", Where: "made_by = ?0 OR revoked_by = ?0",
			Set:  map[string]string{"name": "CASE WHEN seller_id IS NULL THEN '' ELSE name END", "last_used_place": "''"},
			Kept: map[string]string{"made_by": "who let a program in stays on record; " + pseudonym, "revoked_by": "as made_by; " + pseudonym},
		},
		{
			Name: "api_key_secrets", About: "The secrets of keys that you have made.", Where: "made_by = ?0", Secret: []string{"token_hash"},
			Set:  map[string]string{"last_used_place": "''"},
			Kept: map[string]string{"made_by": "who let a program in stays on record; " + pseudonym},
		},
		{
			Name: "export_chunks", About: "The content of files that were made for you.",
			Where:  "export_id IN (SELECT id FROM exports WHERE owner_id = ?0 OR subject_id = ?0)",
			Secret: []string{"content"}, Delete: true,
		},
		{
			Name: "exports", About: "Files that were made for you, or about you.", Where: "owner_id = ?0 OR subject_id = ?0",
			Secret: []string{"params"}, Delete: true,
		},
		{
			Name: "erasures", About: "When you asked to be forgotten.", Where: "account_id = ?0",
			Secret: []string{"mail_hash"}, Set: map[string]string{"reason": "''"},
			Kept: map[string]string{
				"account_id": "that and when it was done has to be proved; " + pseudonym, "requested_by": ofOperator,
				"mail_hash": "a keyed hash, without the key nobody can try addresses",
			},
		},
		{
			Name: "proposals", About: "What you have proposed or decided as an operator, and what was proposed about you and your orders.",
			Where: "proposer_id = ?0 OR decided_by = ?0 OR subject = ?0 OR person_id = ?0", Secret: []string{"hash"},
			Set: map[string]string{
				"payload": "CASE WHEN ?0 IN (subject, person_id) THEN '{}' ELSE payload END",
				"reason":  "CASE WHEN ?0 IN (subject, person_id) THEN '' ELSE reason END",
				"note":    "CASE WHEN ?0 IN (subject, person_id) THEN '' ELSE note END",
			},
			Kept: map[string]string{
				"person_id":   "whose order it was about; " + pseudonym,
				"proposer_id": "that two persons decided has to be proved; " + pseudonym,
				"decided_by":  "that two persons decided has to be proved; " + pseudonym,
			},
		},
		{
			Name: "mail_refusals",
			Kept: map[string]string{"mail_hash": "a keyed hash, so that somebody who was erased is not written to again"},
		},
		{
			Name: "subject_keys", About: "When the key was made that encrypts what the audit log says of you.", Where: "subject = ?0",
			Secret: []string{"sealed", "sealed_key_id"}, By: map[string]string{"sealed": "vault.EraseTx"},
		},
		{
			Name: "audit_entries", About: "What you have decided and changed, as the audit log keeps it.", Where: "actor_id = ?0 OR subject = ?0 OR sealed_about = ?0",
			Secret: []string{"hash", "event_id", "sealed_address", "sealed_text"},
			Kept: map[string]string{
				"actor_id":       "the log is never changed; " + pseudonym,
				"proposed_by":    "the log is never changed; " + pseudonym,
				"sealed_about":   "whose key it was, which is erased; " + pseudonym,
				"sealed_address": "encrypted under a key that is erased",
				"sealed_text":    "encrypted under a key that is erased",
				"address":        "the network of somebody unknown; that of people is encrypted under their key, which is erased",
			},
		},
	}
}

func sellerTables() []Table {
	return []Table{
		{
			Name: "seller_members", About: "The sellers that you act for.", Where: "account_id = ?0", Delete: true,
		},
		{
			Name: "sellers", About: "The sellers that you act for.", Where: "id IN (SELECT seller_id FROM seller_members WHERE account_id = ?0)",
			Kept: map[string]string{
				"decided_by": ofOperator, "reason": ofBusiness, "name": "the name of a business; whoever owns one has to give it up first",
				"support_email": "the address of a business, which its owner gives up with it",
			},
		},
		{
			Name: "seller_roles", About: "Roles that you have made for a seller.", Where: "created_by = ?0",
			Kept: map[string]string{"created_by": "who made a role stays on record; " + pseudonym},
		},
		{
			Name: "seller_invitations", About: "Invitations to act for a seller, that you got or sent.",
			Where:       "invited_by = ?0 OR accepted_by = ?0 OR email_folded = ?1",
			Secret:      []string{"token_hash"},
			DeleteWhere: "email_folded = ?1 OR accepted_by = ?0", Delete: true,
			Kept: map[string]string{
				"invited_by":   "who let somebody in stays on record; " + pseudonym,
				"email":        "what is left is of others, whom you have invited; theirs goes with them",
				"email_folded": "what is left is of others, whom you have invited; theirs goes with them",
				"accepted_by":  "what is left was accepted by others",
			},
		},
		{
			Name: "operator_invitations", About: "Invitations to run the platform, that you got or proposed.",
			Where:       "invited_by = ?0 OR accepted_by = ?0 OR email_folded = ?1",
			Secret:      []string{"token_hash"},
			DeleteWhere: "email_folded = ?1 OR accepted_by = ?0", Delete: true,
			Kept: map[string]string{
				"invited_by":   "who let somebody in stays on record; " + pseudonym,
				"email":        "what is left is of others, whom you have invited; theirs goes with them",
				"email_folded": "what is left is of others, whom you have invited; theirs goes with them",
				"accepted_by":  "what is left was accepted by others",
			},
		},
		{
			Name: "ownership_offers", About: "Offers of a business, that you made or got.", Where: "offered_by = ?0 OR offered_to = ?0",
			Kept: map[string]string{
				"offered_by": "who handed a business over has to be proved; " + pseudonym,
				"offered_to": "who took a business over has to be proved; " + pseudonym,
			},
		},
		{
			Name: "seller_legals", About: "The legal data of sellers that you act for.",
			Where: "seller_id IN (SELECT seller_id FROM seller_members WHERE account_id = ?0)",
			Kept: map[string]string{
				"legal_name": "the name of a business, which stays with its orders for the legal retention",
				"line1":      "the seat of a business", "line2": "the seat of a business", "postal_code": "the seat of a business", "city": "the seat of a business",
				"tax_id":    "of a business, which stays with its orders for the legal retention",
				"tin":       "of a business, which stays with what was reported of it to tax authorities",
				"birth_day": "asked for by tax authorities with what a business was paid, and kept as long as that",
			},
		},
	}
}

// bookTables are about businesses, and name people only as who has written.
func bookTables() []Table {
	return []Table{
		{Name: "commission_rulesets", Kept: map[string]string{"created_by": ofOperator, "note": ofBusiness}},
		{Name: "seller_plans", Kept: map[string]string{"created_by": ofOperator}},
		{Name: "seller_plan_assignments", Kept: map[string]string{"created_by": ofOperator, "cancelled_by": ofOperator, "reason": ofBusiness}},
		{Name: "seller_charges", Kept: map[string]string{
			"created_by": ofOperator, "reversed_by": ofOperator, "reason": ofBusiness, "reversal_reason": ofBusiness,
		}},
		{Name: "tax_remittances", Kept: map[string]string{
			"recorded_by": ofOperator, "reversed_by": ofOperator, "reason": ofBusiness, "reversal_reason": ofBusiness,
		}},
		{Name: "stock_movements", Kept: map[string]string{"reason": ofCode, "note": "what a seller writes of its own stock"}},
		{Name: "commission_simulations", Kept: map[string]string{"created_by": ofOperator}},
	}
}

// powerTables are about what operators have done to others, and what was done to
// somebody by them.
func powerTables() []Table {
	return []Table{
		{
			Name: "view_as_grants", About: "When you looked at the platform as a seller, as an operator.", Where: "operator_id = ?0",
			Kept: map[string]string{
				"operator_id": "who looked at what is not theirs stays on record; " + pseudonym, "reason": ofBusiness, "write_reason": ofBusiness,
			},
		},
		{
			Name: "personal_data_reveals", About: "When an operator was shown what is masked of you, or was shown it of others.",
			Where: "operator_id = ?0 OR subject = ?0 OR subject IN (SELECT id FROM orders WHERE buyer_id = ?0)", Delete: true,
			Secret: []string{"session_id"},
		},
		{
			Name: "factor_resets", About: "When your second factors were to be taken away.", Where: "account_id = ?0",
			Secret: []string{"token_hash"}, Set: map[string]string{"evidence": "''"},
			Kept: map[string]string{"account_id": "that two persons decided has to be proved; " + pseudonym},
		},
		{Name: "seller_ratings", Kept: map[string]string{"created_by": ofOperator, "reason": ofBusiness}},
		{Name: "payout_policies", Kept: map[string]string{"created_by": ofOperator, "reason": ofBusiness}},
		{Name: "payout_holds", Kept: map[string]string{"placed_by": ofOperator, "reason": ofBusiness}},
		{Name: "payout_hold_lifts", Kept: map[string]string{"lifted_by": ofOperator, "reason": ofBusiness}},
		{Name: "reconciliation_differences", Kept: map[string]string{
			"resolved_by": ofOperator, "place": "where in the books something differs, and no place of anybody",
			"reason": "said of an amount in the books, which are kept",
		}},
		{Name: "payout_accounts", Kept: map[string]string{
			"due_by": "a time and no person at all", "future_due_by": "a time and no person at all", "disabled_reason": ofCode,
		}},
		{Name: "payouts", Kept: map[string]string{"account_id": "a payout account of a seller, not a person's"}},
	}
}

// termsTables are about what people have agreed to.
func termsTables() []Table {
	return []Table{
		{
			Name: "terms_answers", About: "What you have agreed to, and taken back.", Where: "account_id = ?0",
			Set:  map[string]string{"address": "''"},
			Kept: map[string]string{"account_id": "that it was agreed has to be proved; " + pseudonym},
		},
		{
			Name: "debit_answers", About: "What you have consented to, and taken back, for sellers that you own: that their balance is debited.", Where: "answered_by = ?0",
			Kept: map[string]string{"answered_by": "that it was consented to has to be proved; " + pseudonym},
		},
		{Name: "terms_versions", Kept: map[string]string{"published_by": ofOperator, "withdrawn_by": ofOperator}},
	}
}

func programTables() []Table {
	return []Table{
		{
			Name: "webhook_endpoints", About: "Webhooks that you have made.", Where: "made_by = ?0", Secret: []string{"url"},
			Set: map[string]string{"description": "CASE WHEN seller_id IS NULL THEN '' ELSE description END"},
			Kept: map[string]string{
				"made_by": "who has had strangers told stays on record; " + pseudonym, "url": "where a program of the seller listens, not a person",
				"disabled_reason": ofCode,
			},
		},
	}
}
