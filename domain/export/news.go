package export

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
)

// TopicOf is what tells how far an export is. Its subject is the export.
func TopicOf(exportID ID) event.Topic { return event.TopicOf("export", exportID) }

// tell tells those who follow an export that it stands otherwise.
func tell(ctx context.Context, tx db.Tx, exportID ID) error {
	return event.Tell(ctx, tx, "export.changed", event.About{Topic: TopicOf(exportID), Subject: string(exportID)})
}
