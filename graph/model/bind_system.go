package model

import "github.com/etal-market/etal/domain/system"

// How the process does.
type (
	ParkedJob           = system.ParkedJob
	ParkedJobRetryInput = system.RetryInput
	PaymentMode         = system.Mode
	PlatformSettings    = system.Platform
	SettingKind         = system.Kind
	SystemJobs          = system.Jobs
	SystemSetting       = system.Setting
	SystemStatus        = system.Status
	SystemWebhooks      = system.Webhooks
)
