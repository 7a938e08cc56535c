package model

import (
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/report"
)

// Reconciliation.
type (
	ReconciliationAge                    = reconciliation.Age
	ReconciliationAgeing                 = reconciliation.Aged
	ReconciliationDifference             = reconciliation.Difference
	ReconciliationDifferenceConnection   = page.Connection[reconciliation.Difference]
	ReconciliationDifferenceEdge         = page.Edge[reconciliation.Difference]
	ReconciliationDifferenceFilter       = reconciliation.Filter
	ReconciliationDifferenceKind         = reconciliation.Kind
	ReconciliationDifferenceResolveInput = reconciliation.ResolveInput
	ReconciliationDifferenceSort         = reconciliation.Sort
	ReconciliationDifferenceStatus       = reconciliation.Status
	ReconciliationOverview               = reconciliation.Overview
	ReconciliationResolution             = reconciliation.Resolution
)

// Report.
type (
	PayoutBreakdown               = report.Breakdown
	PayoutItem                    = report.Item
	PayoutItemConnection          = page.Connection[report.Item]
	PayoutItemEdge                = page.Edge[report.Item]
	PayoutItemLine                = report.ItemLine
	PayoutPart                    = report.PayoutPart
	PayoutPartSum                 = report.PartSum
	ReportExportCreateInput       = report.ExportInput
	ReportFormat                  = report.Format
	ReportKind                    = report.Kind
	ReportMissing                 = report.Missing
	ReportRemitter                = report.Remitter
	SellerPayoutExportCreateInput = report.PayoutExportInput
	SalesReportRowConnection      = page.Connection[report.SalesRow]
	SalesReportRowEdge            = page.Edge[report.SalesRow]
	SalesReportRow                = report.SalesRow
	ProductSales                  = report.ProductSales
	SalesChange                   = report.Change
	SalesTrend                    = report.Trend
	SalesTrendDay                 = report.TrendDay
	SalesTrendSum                 = report.Sum
	SellerSales                   = report.DailySales
	SellerSalesDay                = report.DaySales
	TaxReportRow                  = report.TaxRow
	YearReportRowConnection       = page.Connection[report.YearRow]
	YearReportRowEdge             = page.Edge[report.YearRow]
	YearReportPart                = report.Part
	YearReportRow                 = report.YearRow
)
