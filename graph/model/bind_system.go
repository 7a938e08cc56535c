package model

import (
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/system"
)

// How the process does, and how the platform sells.
type (
	ParkedJob           = system.ParkedJob
	ParkedJobRetryInput = system.RetryInput
	SalesTrend          = report.Trend
	SalesTrendDay       = report.TrendDay
	SalesTrendSum       = report.TrendSum
	SystemJobs          = system.Jobs
	SystemSetting       = system.Setting
	SystemStatus        = system.Status
	SystemWebhooks      = system.Webhooks
)
