package model

import (
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/plan"
)

// What sellers pay beside commission.
type (
	SellerCharge                    = charge.Charge
	SellerChargeConnection          = page.Connection[charge.Charge]
	SellerChargeCreateInput         = charge.CreateInput
	SellerChargeEdge                = page.Edge[charge.Charge]
	SellerChargeKind                = charge.Kind
	SellerChargePurpose             = charge.Purpose
	SellerChargeReverseInput        = charge.ReverseInput
	SellerCreditCreateInput         = charge.CreateInput
	SellerPlan                      = plan.Plan
	SellerPlanArchiveInput          = plan.ArchiveInput
	SellerPlanAssignInput           = plan.AssignInput
	SellerPlanAssignment            = plan.Assignment
	SellerPlanAssignmentCancelInput = plan.CancelInput
	SellerPlanConnection            = page.Connection[plan.Plan]
	SellerPlanCreateInput           = plan.CreateInput
	SellerPlanEdge                  = page.Edge[plan.Plan]
	SellerPlanFee                   = plan.Fee
	SellerPlanFeeInput              = plan.FeeInput
	SellerPlanPreview               = commission.Preview
	SellerPlanPreviewInput          = commission.PreviewInput
	SellerPlanPreviewOrder          = commission.PreviewOrder
	SellerPlanPreviewTotal          = commission.PreviewTotal
	SellerPlanPublishInput          = plan.PublishInput
	SellerPlanStanding              = plan.Standing
	SellerPlanVersion               = plan.Version
)
