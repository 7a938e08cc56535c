package model

import "github.com/etal-market/etal/domain/system"

// How the process does.
type (
	ParkedJob           = system.ParkedJob
	ParkedJobRetryInput = system.RetryInput
	SystemJobs          = system.Jobs
	SystemSetting       = system.Setting
	SystemStatus        = system.Status
	SystemWebhooks      = system.Webhooks
)
