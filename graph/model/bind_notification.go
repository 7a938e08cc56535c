package model

import (
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/page"
)

// Notifications.
type (
	MailPreview                    = notification.Content
	Notification                   = notification.Notification
	NotificationConnection         = page.Connection[notification.Notification]
	NotificationEdge               = page.Edge[notification.Notification]
	NotificationFilter             = notification.Filter
	NotificationKind               = notification.Kind
	NotificationMarkReadInput      = notification.ReadInput
	NotificationPreference         = notification.Preference
	NotificationPreferenceSetInput = notification.PreferenceInput
	NotificationUpdate             = live.Update
)
