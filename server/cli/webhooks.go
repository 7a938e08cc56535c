package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/server"
)

type webhooksCmd struct {
	List   webhooksListCmd   `cmd:"" help:"List the parked webhooks, the oldest first."`
	Settle webhooksSettleCmd `cmd:"" help:"Have done with parked webhooks, for a reason."`
}

// parkedMax is how many parked webhooks one command takes.
const parkedMax = 10_000

type webhooksListCmd struct {
	JSON  bool `name:"json" help:"Print JSON."`
	Limit int  `default:"100" help:"How many to list at most, 1 to 10000."`
}

// parkedWebhook is a parked webhook as it is printed.
type parkedWebhook struct {
	ID       string    `json:"id"`
	Type     string    `json:"type"`
	Account  string    `json:"account"`
	ObjectID string    `json:"object_id"`
	Reason   string    `json:"reason"`
	ParkedAt time.Time `json:"parked_at"`
}

// Help implements kong.HelpProvider.
func (webhooksListCmd) Help() string {
	return "A webhook is parked when Stripe has sent it in another API version, or of the other mode. It is never applied: what it " +
		"is about is found by sweeps.\n\n" + example("etal webhooks list", "etal webhooks list --json")
}

// Run implements the command.
func (c *webhooksListCmd) Run(r *run) error {
	if c.Limit < 1 || c.Limit > parkedMax {
		return errors.New("--limit must be 1 to 10000")
	}
	return r.with(func(a *server.App) error {
		parked, err := a.Inbox.Parked(r.ctx, c.Limit)
		if err != nil {
			return err
		}
		if c.JSON {
			rows := make([]parkedWebhook, 0, len(parked))
			for _, m := range parked {
				rows = append(rows, parkedWebhook{m.ID, m.Type, m.Account, m.ObjectID, m.Reason, m.ReceivedAt})
			}
			return r.json(rows)
		}
		if len(parked) == 0 {
			r.say("no webhook is parked")
		}
		for _, m := range parked {
			r.say("%s  %s  %s  %s %s: %s", m.ID, m.ReceivedAt.Format(time.RFC3339), m.Type, m.ObjectID, m.Account, m.Reason)
		}
		return nil
	})
}

type webhooksSettleCmd struct {
	IDs    []string `arg:"" optional:"" name:"id" help:"Parked webhooks, as etal webhooks list prints them."`
	All    bool     `help:"Settle every parked webhook."`
	Reason string   `required:"" help:"Why nothing has to be done about them any more. It is kept with each."`
}

// Help implements kong.HelpProvider.
func (webhooksSettleCmd) Help() string {
	return "Correct the endpoint at Stripe first. The webhook is kept, and never applied.\n\n" +
		example(`etal webhooks settle evt_1 evt_2 --reason "the endpoint had another version"`, `etal webhooks settle --all --reason "the endpoint is mended"`)
}

// Run implements the command.
func (c *webhooksSettleCmd) Run(r *run) error {
	if c.All == (len(c.IDs) > 0) {
		return errors.New("name the webhooks to settle, or --all")
	}
	if c.Reason == "" {
		return errors.New("say why by --reason")
	}
	return r.with(func(a *server.App) error {
		if !c.All {
			return c.settle(r, a, c.IDs)
		}
		for {
			parked, err := a.Inbox.Parked(r.ctx, parkedMax)
			if err != nil {
				return err
			}
			ids := make([]string, len(parked))
			for i, m := range parked {
				ids[i] = m.ID
			}
			if err := c.settle(r, a, ids); err != nil || len(ids) < parkedMax {
				return err
			}
		}
	})
}

func (c *webhooksSettleCmd) settle(r *run, a *server.App, ids []string) error {
	for _, id := range ids {
		if err := a.Inbox.SettleParked(r.ctx, id, c.Reason); errors.Is(err, db.ErrNotFound) {
			return fmt.Errorf("webhook %s is not parked: see etal webhooks list", id)
		} else if err != nil {
			return err
		}
	}
	r.say("%d webhooks are settled", len(ids))
	return nil
}
