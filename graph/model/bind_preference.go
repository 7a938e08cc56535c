package model

import "github.com/etal-market/etal/domain/preference"

// Preferences and saved views.
type (
	Preferences          = preference.Preferences
	PreferencesSetInput  = preference.Input
	SavedView            = preference.View
	SavedViewDeleteInput = preference.DeleteInput
	SavedViewSaveInput   = preference.SaveInput
	Theme                = preference.Theme
)
