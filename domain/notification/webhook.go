package notification

import (
	"context"
	"net/url"
	"slices"

	"github.com/etal-market/etal/domain/webhook"
)

// aboutWebhook writes to whoever made a webhook and to the owners of its seller. One
// that was deleted or enabled meanwhile concerns nobody.
func (s *Service) aboutWebhook(ctx context.Context, m Mail) (Content, []recipient, error) {
	found, err := s.from.Webhooks.ByIDs(ctx, []webhook.ID{m.Webhook})
	if err != nil {
		return Content{}, nil, err
	}
	hook := found[m.Webhook]
	if hook == nil || hook.DisabledReason == nil {
		return Content{}, nil, nil
	}
	people, err := s.ownersOf(ctx, m.Seller)
	if err != nil {
		return Content{}, nil, err
	}
	if m.Seller == "" {
		people = append(people, hook.MadeBy)
	}
	slices.Sort(people)
	to, err := s.accounts(ctx, slices.Compact(people)...)
	why := "Nothing that was sent to it was taken for three days."
	if *hook.DisabledReason == webhook.Gone {
		why = "It has answered that there is nothing at this address any more (410)."
	}
	return Content{
		Subject: "The webhook at " + hostOf(hook) + " was disabled",
		Paragraphs: []string{
			why + " It is told of nothing from now on.",
			"What could not be delivered is kept for 30 days. Enable the webhook when the program that listens there works again, and have the failed messages sent again.",
		},
		LinkText: "Open your webhooks", Link: s.opts.BaseURL + "/admin/",
	}, to, err
}

// hostOf is where a webhook is, without what may be secret in its address.
func hostOf(hook *webhook.Endpoint) string {
	u, err := url.Parse(hook.URL)
	if err != nil {
		return string(hook.ID)
	}
	return u.Host
}
