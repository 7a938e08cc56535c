package feed

import (
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/domain/webhook"
)

// accountSources are about sellers, what they list, and what they are owed.
func accountSources() []source {
	return append(sellerSources(),
		saying(webhook.PayoutReturned, func(e payout.Returned) news {
			return news{e.SellerID, string(e.PayoutID), payoutData{e.PayoutID, e.SellerID, e.Currency, e.AmountMinor, e.Code}}
		}),
		saying(webhook.PayoutAccountChanged, func(e payout.AccountChanged) news {
			return news{e.SellerID, string(e.AccountID), accountData{e.AccountID, e.SellerID, e.After.Status, e.After.CanReceive, e.After.CanPayOut}}
		}),
		saying(webhook.ChargeCreated, func(e charge.Created) news {
			return news{e.SellerID, string(e.ChargeID), chargeData{e.ChargeID, e.SellerID, e.Kind, e.Currency, e.NetMinor + e.VATMinor}}
		}),
		saying(webhook.ChargeReversed, func(e charge.Reversed) news {
			return news{e.SellerID, string(e.ChargeID), chargeData{e.ChargeID, e.SellerID, e.Kind, e.Currency, e.AmountMinor}}
		}),
		saying(webhook.StatementClosed, func(e statement.StatementClosed) news {
			return news{e.SellerID, string(e.StatementID), statementData{e.StatementID, e.SellerID, e.Number, e.Month, e.Currency, e.OpeningMinor, e.ClosingMinor}}
		}),
		saying(webhook.StatementDocumentIssued, func(e statement.DocumentIssued) news {
			return news{e.SellerID, string(e.DocumentID), documentData{
				e.DocumentID, e.StatementID, e.SellerID, e.Number, e.Kind, e.Currency, e.NetMinor, e.VATMinor,
			}}
		}),
		saying(webhook.ProductPublished, func(e catalog.Published) news {
			return news{e.SellerID, string(e.ProductID), productData{e.ProductID, e.SellerID, catalog.ProductActive}}
		}),
		saying(webhook.ProductArchived, func(e catalog.Archived) news {
			return news{e.SellerID, string(e.ProductID), productData{e.ProductID, e.SellerID, catalog.ProductArchived}}
		}),
		saying(webhook.ImportFinished, func(e productimport.Finished) news {
			return news{e.SellerID, string(e.ImportID), importData{e.ImportID, e.SellerID, e.Status}}
		}),
	)
}

// sellerSources are about who sells. The reasons of operators stay inside.
func sellerSources() []source {
	return []source{
		saying(webhook.SellerApplied, func(e seller.Applied) news { return standing(e.SellerID, seller.StatusApplied) }),
		saying(webhook.SellerApproved, func(e seller.Approved) news { return standing(e.SellerID, seller.StatusApproved) }),
		saying(webhook.SellerRejected, func(e seller.Rejected) news { return standing(e.SellerID, seller.StatusRejected) }),
		saying(webhook.SellerSuspended, func(e seller.Suspended) news { return standing(e.SellerID, seller.StatusSuspended) }),
		saying(webhook.SellerReinstated, func(e seller.Reinstated) news { return standing(e.SellerID, seller.StatusApproved) }),
		saying(webhook.SellerClosed, func(e seller.Closed) news { return standing(e.SellerID, seller.StatusClosed) }),
	}
}

// sellerData is where a seller stands.
type sellerData struct {
	SellerID seller.ID     `json:"sellerId"`
	Status   seller.Status `json:"status"`
}

func standing(of seller.ID, s seller.Status) news { return news{of, string(of), sellerData{of, s}} }

// payoutData is a payout that came back; the code is the provider's word for why.
type payoutData struct {
	PayoutID    payout.ID      `json:"payoutId"`
	SellerID    seller.ID      `json:"sellerId"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
	Code        string         `json:"code"`
}

// accountData is a payout account, without what it says of the bank.
type accountData struct {
	AccountID  payout.AccountID     `json:"payoutAccountId"`
	SellerID   seller.ID            `json:"sellerId"`
	Status     payout.AccountStatus `json:"status"`
	CanReceive bool                 `json:"canReceive"`
	CanPayOut  bool                 `json:"canPayOut"`
}

// chargeData is a charge or credit; the amount has its VAT in it.
type chargeData struct {
	ChargeID    charge.ID      `json:"chargeId"`
	SellerID    seller.ID      `json:"sellerId"`
	Kind        charge.Kind    `json:"kind"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
}

// statementData is the statement of a month.
type statementData struct {
	StatementID  statement.ID   `json:"statementId"`
	SellerID     seller.ID      `json:"sellerId"`
	Number       string         `json:"number"`
	Month        string         `json:"month"`
	Currency     money.Currency `json:"currency"`
	OpeningMinor int64          `json:"openingMinor"`
	ClosingMinor int64          `json:"closingMinor"`
}

// documentData is an invoice for commission, or a credit note.
type documentData struct {
	DocumentID  statement.DocumentID   `json:"documentId"`
	StatementID statement.ID           `json:"statementId"`
	SellerID    seller.ID              `json:"sellerId"`
	Number      string                 `json:"number"`
	Kind        statement.DocumentKind `json:"kind"`
	Currency    money.Currency         `json:"currency"`
	NetMinor    int64                  `json:"netMinor"`
	VATMinor    int64                  `json:"vatMinor"`
}

// productData is whether a product can be bought.
type productData struct {
	ProductID catalog.ProductID     `json:"productId"`
	SellerID  seller.ID             `json:"sellerId"`
	Status    catalog.ProductStatus `json:"status"`
}

// importData is an import of products that has ended.
type importData struct {
	ImportID productimport.ID     `json:"importId"`
	SellerID seller.ID            `json:"sellerId"`
	Status   productimport.Status `json:"status"`
}
