// Package model binds the types of the GraphQL schema to Go. bind.go is the
// binding table; what is not in it is generated into models_gen.go.
package model

import (
	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/reveal"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/mask"
)

// Node is any entity that can be fetched again by its id alone. It is empty so
// that domain types satisfy it without knowing GraphQL.
type Node any

// The root.
type (
	ErrorCode  = fault.Code
	Money      = money.Amount
	MoneyInput = money.Input
	PageInfo   = page.Info
	Permission = authz.Permission
	UserError  = fault.Fault
)

// What is followed. Each says of another kind of thing that something has
// happened to it.
type (
	ExportUpdate        = live.Update
	OrderUpdate         = live.Update
	ProductImportUpdate = live.Update
	SellerOrderUpdate   = live.Update
)

// Identity.
type (
	Account                 = identity.Account
	AccountRegisterInput    = identity.RegisterInput
	AccountRenameInput      = identity.RenameInput
	DeviceSession           = identity.Session
	DeviceSessionConnection = page.Connection[identity.Session]
	DeviceSessionEdge       = page.Edge[identity.Session]
	EmailChangeInput        = identity.ChangeEmailInput
	Hat                     = seller.Hat
	HatKind                 = seller.HatKind
	OperatorRole            = identity.OperatorRole
	LinkToken               = identity.LinkToken
	Password                = identity.Password
	PasswordChangeInput     = identity.ChangePasswordInput
	PasswordResetInput      = identity.ResetInput
	Session                 = identity.Opened
	SignInInput             = identity.SignInInput
	SessionState            = identity.SessionState
	TrustedDevice           = identity.TrustedDevice
)

// API keys.
type (
	ApiKey            = apikey.Key //nolint:revive // as the schema spells it
	ApiKeyConnection  = page.Connection[apikey.Key]
	ApiKeyEdge        = page.Edge[apikey.Key]
	ApiKeyFilter      = apikey.Filter
	ApiKeyMode        = apikey.Mode
	ApiKeyRevokeInput = apikey.RevokeInput
	ApiKeyRotateInput = apikey.RotateInput
	ApiKeySecret      = apikey.Secret
	ApiKeyStatus      = apikey.Status
)

// Second factors.
type (
	FactorCode                    = factor.Code
	FactorMethod                  = factor.Method
	FactorResetAskInput           = factor.ResetInput
	FactorVerifyInput             = factor.VerifyInput
	Factors                       = factor.Overview
	Passkey                       = factor.Passkey
	PasskeyAssertionInput         = factor.Assertion
	PasskeyAuthenticatorSelection = factor.AuthenticatorSelection
	PasskeyCeremony               = factor.CeremonyToken
	PasskeyCreation               = factor.Creation
	PasskeyCreationOptions        = factor.CreationOptions
	PasskeyDescriptor             = factor.CredentialDescriptor
	PasskeyEnrolCompleteInput     = factor.AddPasskeyInput
	PasskeyEnrolStartInput        = factor.AddInput
	PasskeyParameter              = factor.CredentialParameter
	PasskeyRegistrationInput      = factor.Registration
	PasskeyRelyingParty           = factor.RelyingParty
	PasskeyRemoveInput            = factor.RemovePasskeyInput
	PasskeyRenameInput            = factor.RenamePasskeyInput
	PasskeyRequest                = factor.Request
	PasskeyRequestOptions         = factor.RequestOptions
	PasskeySignInCompleteInput    = factor.SignInInput
	PasskeyUser                   = factor.CredentialUser
	RecoveryCodesRenewInput       = factor.Proof
	StepUpInput                   = factor.Proof
	TotpConfirmInput              = factor.ConfirmInput
	TotpEnrolInput                = factor.AddInput
	TotpEnrolment                 = factor.Enrolment
	TotpFactor                    = factor.TOTP
	TotpRemoveInput               = factor.RemoveInput
)

// What is searched.
type (
	SearchKind  = search.Thing
	SearchMatch = search.Match
)

// Sellers.
type (
	Seller                      = seller.Seller
	SellerApplyInput            = seller.ApplyInput
	SellerApproveInput          = seller.DecideInput
	SellerApprovalWithdrawInput = seller.WithdrawApprovalInput
	SellerRefusalCode           = seller.RefusalCode
	SellerBusiness              = seller.Business
	SellerPayoutState           = payout.State
	SellerConnection            = page.Connection[seller.Seller]
	SellerEdge                  = page.Edge[seller.Seller]
	SellerFilter                = seller.Filter
	SellerSort                  = seller.Sort
	SellerMember                = seller.Member
	SellerMemberRole            = seller.Role
	SellerReinstateInput        = seller.DecideInput
	SellerRejectInput           = seller.RefuseInput
	SellerStatus                = seller.Status
	SellerSuspendInput          = seller.RefuseInput
)

// Who acts for sellers.
type (
	InvitationToken               = seller.InvitationToken
	MemberEnableInput             = seller.MemberInput
	MemberInvitationAcceptInput   = seller.TokenInput
	MemberInvitationDeclineInput  = seller.TokenInput
	MemberInvitationResendInput   = seller.InvitationInput
	MemberInvitationRevokeInput   = seller.InvitationInput
	MemberInviteInput             = seller.InviteInput
	MemberLeaveInput              = seller.LeaveInput
	MemberRemoveInput             = seller.MemberInput
	MemberRoleSetInput            = seller.MemberRoleSetInput
	OwnershipOffer                = seller.Offer
	OwnershipTransferAcceptInput  = seller.OfferAnswerInput
	OwnershipTransferCancelInput  = seller.OfferAnswerInput
	OwnershipTransferDeclineInput = seller.OfferAnswerInput
	OwnershipTransferInput        = seller.OfferInput
	SellerChargeInput             = seller.Charge
	SellerCloseInput              = seller.CloseInput
	SellerCloseProposeInput       = order.CloseProposeInput
	OwnershipAssignInput          = seller.AssignInput
	SellerInvitation              = seller.Invitation
	SellerInvitationConnection    = page.Connection[seller.Invitation]
	SellerInvitationEdge          = page.Edge[seller.Invitation]
	SellerInvitationFilter        = seller.InvitationFilter
	SellerInvitationOutcome       = seller.Outcome
	SellerInvitationPreview       = seller.Preview
	SellerLegal                   = seller.Legal
	SellerLegalForm               = seller.LegalForm
	SellerLegalUpdateInput        = seller.LegalInput
	SellerMemberConnection        = page.Connection[seller.Member]
	SellerMemberEdge              = page.Edge[seller.Member]
	SellerMemberFilter            = seller.MemberFilter
	SellerRole                    = seller.CustomRole
	SellerRoleConnection          = page.Connection[seller.CustomRole]
	SellerRoleDeleteInput         = seller.RoleDeleteInput
	SellerRoleEdge                = page.Edge[seller.CustomRole]
	SellerRoleFilter              = seller.RoleFilter
	SellerUpdateInput             = seller.UpdateInput
	StaleOperator                 = identity.StaleOperator
	StaleOperatorConnection       = page.Connection[identity.StaleOperator]
	StaleOperatorEdge             = page.Edge[identity.StaleOperator]
)

// Catalog.
type (
	FacetValue              = catalog.FacetValue
	Listing                 = catalog.Listing
	ListingConnection       = page.Connection[catalog.Listing]
	ListingEdge             = page.Edge[catalog.Listing]
	ListingFilter           = catalog.Filter
	ListingSort             = catalog.Sort
	Offer                   = catalog.Offer
	OfferCondition          = catalog.Condition
	OfferConnection         = page.Connection[catalog.Offer]
	OfferCreateInput        = catalog.OfferCreateInput
	OfferEdge               = page.Edge[catalog.Offer]
	OfferInput              = catalog.OfferInput
	OfferPrice              = catalog.Price
	OfferStatus             = catalog.OfferStatus
	OfferUpdateInput        = catalog.OfferUpdateInput
	OffersUpdateInput       = catalog.OffersUpdateInput
	PriceBand               = catalog.PriceBand
	Product                 = catalog.Product
	ProductConnection       = page.Connection[catalog.Product]
	ProductCreateInput      = catalog.CreateInput
	ProductEdge             = page.Edge[catalog.Product]
	ProductFacets           = catalog.Facets
	ProductImage            = catalog.Image
	ProductImageInput       = catalog.ImageInput
	ProductImageUploadInput = file.AnnounceInput
	ProductOption           = catalog.Option
	ProductSearch           = catalog.Search
	ProductStatus           = catalog.ProductStatus
	ProductUpdateInput      = catalog.UpdateInput
	SellerOfferFilter       = catalog.OwnOfferFilter
	SellerProductFilter     = catalog.OwnFilter
	Variant                 = catalog.Variant
	VariantConnection       = page.Connection[catalog.Variant]
	VariantCreateInput      = catalog.VariantCreateInput
	VariantEdge             = page.Edge[catalog.Variant]
	VariantFilter           = catalog.VariantFilter
	VariantInput            = catalog.VariantInput
	VariantOptionInput      = catalog.OptionInput
	VariantUpdateInput      = catalog.VariantUpdateInput
	VariantsCreateInput     = catalog.VariantsCreateInput
)

// Inventory.
type (
	StockAdjustInput        = inventory.AdjustInput
	StockLevel              = inventory.Level
	StockMovement           = inventory.Movement
	StockMovementConnection = page.Connection[inventory.Movement]
	StockMovementEdge       = page.Edge[inventory.Movement]
	StockReason             = inventory.Reason
	StockSetInput           = inventory.SetInput
	StocksAdjustInput       = inventory.AdjustAllInput
)

// Import.
type (
	FileUpload                     = file.Upload
	ProductImport                  = productimport.Import
	ProductImportConnection        = page.Connection[productimport.Import]
	ProductImportEdge              = page.Edge[productimport.Import]
	ProductImportInput             = productimport.StartInput
	ProductImportProblem           = productimport.Problem
	ProductImportProblemConnection = page.Connection[productimport.Problem]
	ProductImportProblemEdge       = page.Edge[productimport.Problem]
	ProductImportStatus            = productimport.Status
	Upload                         = productimport.Upload
	UploadCreateInput              = productimport.UploadInput
)

// Cart and checkout.
type (
	Cart                  = cart.Cart
	CartCreateInput       = cart.CreateInput
	CartLineAddInput      = cart.LineAddInput
	CartLineRemoveInput   = cart.LineRemoveInput
	CartLineUpdateInput   = cart.LineUpdateInput
	CartProblem           = checkout.Problem
	CartQuote             = checkout.Preview
	CartQuoteGroup        = checkout.PreviewGroup
	CartQuoteLine         = checkout.PreviewLine
	CartStatus            = cart.Status
	CheckoutCompleteInput = checkout.CompleteInput
)

// Order, payment and personal data.
type (
	Address                          = mask.Address
	AddressInput                     = order.Address
	Order                            = order.Order
	OrderCancelInput                 = checkout.CancelInput
	OrderCancelReason                = order.CancelReason
	OrderConnection                  = page.Connection[order.Order]
	OrderEdge                        = page.Edge[order.Order]
	OrderFilter                      = order.Filter
	OrderLine                        = order.Line
	OrderStatus                      = order.Status
	PersonalDataRevealInput          = reveal.Input
	Party                            = pricing.Party
	Payment                          = payment.Payment
	PaymentDeclineReason             = payment.DeclineReason
	PaymentStatus                    = payment.Status
	SellerOrder                      = order.SellerOrder
	SellerOrderConnection            = page.Connection[order.SellerOrder]
	SellerOrderEdge                  = page.Edge[order.SellerOrder]
	SellerOrderFilter                = order.SellerOrderFilter
	SellerOrderShipInput             = order.ShipInput
	SellerOrderStatus                = order.SellerOrderStatus
	SellerOrderShipLineInput         = order.ShipLine
	SellerOrderShipmentWithdrawInput = order.WithdrawShipmentInput
	Shipment                         = order.Shipment
	ShipmentLine                     = order.ShipmentLine
	TaxComponent                     = pricing.Component
	TaxLine                          = pricing.TaxLine
)

// Commission.
type (
	BuyerFee                      = commission.BuyerFee
	BuyerFeeInput                 = commission.BuyerFeeInput
	CommissionAmounts             = commission.Amounts
	CommissionAmountsInput        = commission.AmountsInput
	CommissionBase                = commission.Base
	CommissionBaseInput           = commission.Base
	BuyerFeeChange                = commission.FeeChange
	CommissionChange              = commission.Change
	CommissionChangeConnection    = page.Connection[commission.Change]
	CommissionChangeEdge          = page.Edge[commission.Change]
	CommissionCondition           = commission.Condition
	CommissionConditionInput      = commission.ConditionInput
	CommissionExplanation         = commission.Explanation
	CommissionMeasure             = commission.Measure
	CommissionOperation           = pricing.Operation
	CommissionRefundPolicy        = pricing.RefundPolicy
	CommissionRule                = commission.Rule
	CommissionRuleInput           = commission.RuleInput
	CommissionRuleset             = commission.Ruleset
	CommissionRulesetCancelInput  = commission.CancelInput
	CommissionRulesetConnection   = page.Connection[commission.Ruleset]
	CommissionRulesetEdge         = page.Edge[commission.Ruleset]
	CommissionRulesetPublishInput = commission.PublishInput
	CommissionRulesetSaveInput    = commission.SaveInput
	CommissionRulesetStatus       = commission.Status
	CommissionSimulateInput       = commission.SimulateInput
	CommissionSimulation          = commission.Simulation
	CommissionSimulationStatus    = commission.SimulationStatus
	CommissionStep                = pricing.Step
	CommissionTier                = commission.Tier
	CommissionTierInput           = commission.TierInput
	CommissionTiers               = commission.Tiers
	CommissionTiersInput          = commission.TiersInput
)

// Payout.
type (
	Payout                   = payout.Payout
	PayoutAccount            = payout.Account
	PayoutAccountStatus      = payout.AccountStatus
	PayoutAccountError       = payout.RequirementError
	PayoutAccountAlternative = payout.Alternative
	PayoutConnection         = page.Connection[payout.Payout]
	PayoutEdge               = page.Edge[payout.Payout]
	PayoutStatus             = payout.Status
	Release                  = payout.Release
	ReleaseBlockReason       = payout.BlockReason
	ReleaseConnection        = page.Connection[payout.Release]
	ReleaseEdge              = page.Edge[payout.Release]
	ReleaseStatus            = payout.ReleaseStatus
	SellerBalance            = ledger.Balance

	ManualPayout                 = payout.Manual
	PayoutBlock                  = payout.Block
	PayoutFeeStatus              = payout.FeeStatus
	PayoutHoldStart              = payout.HoldStart
	PayoutMethod                 = payout.Method
	PayoutOutlook                = payout.Outlook
	PayoutSchedule               = payout.Schedule
	PayoutScheduleKind           = payout.ScheduleKind
	SellerPayoutHold             = payout.Hold
	SellerPayoutHoldInput        = payout.HoldInput
	SellerPayoutHoldLiftInput    = payout.HoldLiftInput
	SellerPayoutPolicy           = payout.SellerPolicy
	SellerPayoutPolicySetInput   = payout.PolicyInput
	SellerPayoutRecordInput      = payout.ManualInput
	SellerPayoutRequestInput     = payout.RequestInput
	SellerPayoutScheduleSetInput = payout.ScheduleInput

	PayoutAccountPage               = payout.AccountPage
	SellerOnboardingLinkCreateInput = payout.OnboardingLinkInput
	PayoutAccountSessionCreateInput = payout.AccountSessionInput
	Transfer                        = payout.Transfer
	TransferConnection              = page.Connection[payout.Transfer]
	TransferEdge                    = page.Edge[payout.Transfer]
	TransferStatus                  = payout.TransferStatus
)

// Operators.
type (
	AccountPasswordResetStartInput = identity.AboutInput
	AccountReinstateInput          = identity.AboutInput
	AccountSessionsEndInput        = identity.EndSessionsInput
	AccountSuspendInput            = identity.AboutInput
	ViewAs                         = seller.ViewAs
	ViewAsStartInput               = seller.ViewAsStartInput
	ViewAsWriteInput               = seller.ViewAsWriteInput

	Operator                       = operator.Operator
	OperatorConnection             = page.Connection[operator.Operator]
	OperatorEdge                   = page.Edge[operator.Operator]
	OperatorFilter                 = operator.Filter
	OperatorRemoveInput            = operator.RemoveInput
	OperatorInvitation             = operator.Invitation
	OperatorInvitationAcceptInput  = operator.TokenInput
	OperatorInvitationConnection   = page.Connection[operator.Invitation]
	OperatorInvitationDeclineInput = operator.TokenInput
	OperatorInvitationEdge         = page.Edge[operator.Invitation]
	OperatorInvitationFilter       = operator.InvitationFilter
	OperatorInvitationPreview      = operator.Preview
	OperatorInvitationResendInput  = operator.InvitationInput
	OperatorInvitationRevokeInput  = operator.InvitationInput
	OperatorInvitationState        = operator.InvitationState
	OperatorInvitationToken        = operator.InvitationToken
	OperatorInviteInput            = operator.InviteInput
	OperatorRoleSetInput           = operator.RoleSetInput
)

// Four-eyes.
type (
	Proposal              = approval.Proposal
	ProposalApproveInput  = approval.ApproveInput
	ProposalConnection    = page.Connection[approval.Proposal]
	ProposalEdge          = page.Edge[approval.Proposal]
	ProposalFilter        = approval.Filter
	ProposalRejectInput   = approval.RejectInput
	ProposalStatus        = approval.Status
	ProposalWithdrawInput = approval.WithdrawInput
)

// Audit.
type (
	AuditEntry             = audit.Entry
	AuditEntryConnection   = page.Connection[audit.Entry]
	AuditEntryEdge         = page.Edge[audit.Entry]
	AuditEntryFilter       = audit.Filter
	AuditExportCreateInput = audit.ExportInput
	AuditExportFormat      = audit.Format
)

// Privacy and files.
type (
	Erasure                  = privacy.Erasure
	ErasureConnection        = page.Connection[privacy.Erasure]
	ErasureEdge              = page.Edge[privacy.Erasure]
	ErasureFilter            = privacy.Filter
	ErasureHindrance         = privacy.Hindrance
	ErasureProposeInput      = privacy.ProposeInput
	ErasureRequestInput      = privacy.RequestInput
	ErasureStatus            = privacy.Status
	Export                   = export.Export
	ExportConnection         = page.Connection[export.Export]
	ExportEdge               = page.Edge[export.Export]
	ExportKind               = export.Kind
	ExportStatus             = export.Status
	PrivacyExportCreateInput = privacy.ExportInput
)

// Ledger.
type (
	LedgerAccountBalance    = ledger.AccountBalance
	LedgerExportCreateInput = ledger.ExportInput
	LedgerExportFormat      = ledger.ExportFormat
	LedgerEntry             = ledger.Entry
	LedgerEntryConnection   = page.Connection[ledger.Entry]
	LedgerEntryEdge         = page.Edge[ledger.Entry]
	LedgerEntryFilter       = ledger.EntryFilter
	LedgerJournal           = ledger.Journal
	LedgerJournalKind       = ledger.Kind
)

// Refund.
type (
	BuyerCreditPayOutInput  = refund.CreditPayOutInput
	Refund                  = refund.Refund
	RefundCancelInput       = refund.CancelInput
	RefundConnection        = page.Connection[refund.Refund]
	RefundCreateInput       = refund.CreateInput
	RefundEdge              = page.Edge[refund.Refund]
	RefundLineInput         = refund.LineAsk
	RefundMethod            = refund.Method
	RefundPart              = refund.Part
	RefundPartKind          = refund.Kind
	RefundPayOtherwiseInput = refund.PayOtherwiseInput
	RefundPreview           = refund.Preview
	RefundPreviewInput      = refund.Ask
	RefundPreviewSeller     = refund.SellerPreview
	RefundReason            = refund.Reason
	RefundStatus            = refund.Status
)
