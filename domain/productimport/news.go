package productimport

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
)

// newsEvery is after how many products those who follow an import are told.
const newsEvery = 50

// TopicOf is what tells how far an import is. Its subject is the import.
func TopicOf(importID ID) event.Topic { return event.TopicOf("import", importID) }

func aboutImport(importID ID) event.About {
	return event.About{Topic: TopicOf(importID), Subject: string(importID)}
}

// tellProgress tells those who follow an import that it has gone on.
func tellProgress(ctx context.Context, tx db.Tx, importID ID) error {
	return event.Tell(ctx, tx, "import.progressed", aboutImport(importID))
}
