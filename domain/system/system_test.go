package system_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/system"
	"github.com/etal-market/etal/internal/testkit"
)

// parks has jobs fail for the last time.
func parks(t *testing.T, w *testkit.World, events ...event.ID) {
	t.Helper()
	require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		for _, e := range events {
			if err := tx.Enqueue(ctx, event.Delivery{EventID: e}, db.JobOptions{MaxAttempts: 1}); err != nil {
				return err
			}
		}
		return nil
	}))
	w.Settle()
}

// A job that has failed for the last time is listed with what it came to, runs once
// more when a person says so, and is parked again when that fails. Who did is on record.
func TestRetry_gives_a_parked_job_one_more_attempt(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		none, err := w.App.System.Parked(t.Context())
		require.NoError(t, err)
		require.Empty(t, none)
		parks(t, w, "evt_first", "evt_second")
		jobs, err := w.App.System.Parked(t.Context())
		require.NoError(t, err)
		require.Len(t, jobs, 2)
		first := jobs[0]
		require.Equal(t, "event.deliver", first.Kind)
		require.Contains(t, first.Content, "evt_first", "the oldest first")
		require.False(t, first.ParkedAt.IsZero())
		status, err := w.App.System.Status(t.Context())
		require.NoError(t, err)
		require.Equal(t, 2, status.Jobs.Parked)
		require.False(t, status.IsHealthy())

		require.NoError(t, w.App.System.Retry(t.Context(), system.RetryInput{JobID: first.ID}))
		require.ErrorIs(t, w.App.System.Retry(t.Context(), system.RetryInput{JobID: first.ID}), system.ErrNotParked, "it waits already")
		w.Settle()
		jobs, err = w.App.System.Parked(t.Context())
		require.NoError(t, err)
		require.Len(t, jobs, 2, "what still fails is parked again")
		again := jobs[0]
		require.Equal(t, first.ID, again.ID)
		require.Equal(t, first.Attempts+1, again.Attempts)

		for _, unknown := range []id.Any{"", "0", "-1", "nothing", "99999999", "99999999999999999999", "1; DROP TABLE orders"} {
			require.ErrorIs(t, w.App.System.Retry(t.Context(), system.RetryInput{JobID: unknown}), system.ErrNotParked, unknown)
		}
	})
}

// Two persons who retry the same job give it one attempt, not two.
func TestRetry_twice_at_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		parks(t, w, "evt_only")
		jobs, err := w.App.System.Parked(t.Context())
		require.NoError(t, err)
		outcomes := make(chan error, 4)
		for range cap(outcomes) {
			go func() { outcomes <- w.App.System.Retry(t.Context(), system.RetryInput{JobID: jobs[0].ID}) }()
		}
		given := 0
		for range cap(outcomes) {
			if err := <-outcomes; err == nil {
				given++
			} else {
				require.ErrorIs(t, err, system.ErrNotParked)
			}
		}
		require.Equal(t, 1, given)
	})
}

// Only administrators see how the process does and retry jobs; the log says who did.
func TestParkedJobRetry_is_for_administrators_and_on_record(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		parks(t, w, "evt_only")
		olga, oscar, mill := w.Operator(), w.OperatorWith(identity.OperatorSupport), w.Seller("Mill")
		const query = `{ systemStatus { version database isHealthy startedAt jobs { parked } webhooks { waiting parked oldestReceivedAt } }
			systemSettings { name value isSecret isOverridden } parkedJobs { id kind attempts lastError } }`
		answer := w.Asks(olga, query, nil)
		require.Empty(t, answer.Errors)
		jobs, _ := answer.Data["parkedJobs"].([]any)
		require.Len(t, jobs, 1)
		job, _ := jobs[0].(map[string]any)
		for _, p := range []*testkit.Person{oscar, mill.Person, w.Buyer("Bob")} {
			refused := w.Asks(p, query, nil)
			require.NotEmpty(t, refused.Errors)
			require.Nil(t, refused.Data["parkedJobs"])
			require.Nil(t, refused.Data["systemSettings"])
		}
		seen := 0
		settings, _ := answer.Data["systemSettings"].([]any)
		for _, s := range settings {
			setting, _ := s.(map[string]any)
			if setting["isSecret"] == true {
				require.Nil(t, setting["value"], setting["name"])
				seen++
			}
		}
		require.Positive(t, seen)
		require.Greater(t, len(settings), 50)

		const retry = `mutation($id: ID!) { parkedJobRetry(input: {jobId: $id}) { jobId userErrors { code } } }`
		require.NotEmpty(t, w.Asks(oscar, retry, map[string]any{"id": job["id"]}).Errors)
		done := w.Asks(olga, retry, map[string]any{"id": job["id"]})
		require.Empty(t, done.Errors)
		payload, _ := done.Data["parkedJobRetry"].(map[string]any)
		require.Equal(t, job["id"], payload["jobId"])
		w.Settle()
		log := w.Asks(olga, `{ auditEntries(filter: {kind: "system.job_retried"}) { nodes { subject actor { id } after } } }`, nil)
		require.Empty(t, log.Errors)
		list, _ := log.Data["auditEntries"].(map[string]any)
		nodes, _ := list["nodes"].([]any)
		require.Len(t, nodes, 1)
		entry, _ := nodes[0].(map[string]any)
		require.Equal(t, job["id"], entry["subject"])
		require.Contains(t, entry["after"], "event.deliver")
		w.Verified()
	})
}

func TestStatus_is_healthy_until_something_is_stuck(t *testing.T) {
	t.Parallel()
	late := int(system.LateAfter / time.Second)
	for name, s := range map[string]struct {
		status  system.Status
		healthy bool
	}{
		"nothing":       {system.Status{}, true},
		"much to do":    {system.Status{Jobs: system.Jobs{Waiting: 5000, Delayed: 3, OldestWaitingSeconds: late}}, true},
		"late":          {system.Status{Jobs: system.Jobs{Waiting: 1, OldestWaitingSeconds: late + 1}}, false},
		"a job":         {system.Status{Jobs: system.Jobs{Parked: 1}}, false},
		"a webhook":     {system.Status{Webhooks: system.Webhooks{Parked: 1}}, false},
		"webhooks wait": {system.Status{Webhooks: system.Webhooks{Waiting: 9}}, true},
	} {
		require.Equal(t, s.healthy, s.status.IsHealthy(), name)
	}
}

// What governs the platform is shown to those who answer for it, by kinds of values,
// and never a secret; a program is not shown it at all.
func TestPlatformSettings(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		const query = `{ platformSettings { url apiUrl webhookUrl currencies mode isFactorRequired isSellerFactorRequired isTwoPersonsRequired
			webhooks { waiting parked lastReceivedAt }
			settings { name group kind value number isSecret isOverridden amounts { amount currencyCode } } } }`
		admin := w.Operator()
		for _, p := range []*testkit.Person{
			w.OperatorWith(identity.OperatorSupport), w.OperatorWith(identity.OperatorModerator), w.Seller("Mill").Person, w.Buyer("Bob"), w.Guest(),
			admin.Key("REPORT_READ"),
		} {
			refused := w.Asks(p, query, nil)
			require.NotEmpty(t, refused.Errors)
			require.Nil(t, refused.Data["platformSettings"])
		}
		for _, p := range []*testkit.Person{admin, w.OperatorWith(identity.OperatorFinance), w.OperatorWith(identity.OperatorAuditor)} {
			answer := w.Asks(p, query, nil)
			require.Empty(t, answer.Errors)
			platform, _ := answer.Data["platformSettings"].(map[string]any)
			require.Equal(t, platform["url"].(string)+"/graphql", platform["apiUrl"])
			require.Equal(t, []any{"EUR", "USD"}, platform["currencies"])
			require.NotEqual(t, "LIVE", platform["mode"])
			settings := map[string]map[string]any{}
			for _, s := range platform["settings"].([]any) {
				setting, _ := s.(map[string]any)
				settings[setting["name"].(string)] = setting
				if setting["isSecret"] == true {
					require.Equal(t, []any{nil, nil, nil, "SECRET"}, []any{setting["value"], setting["number"], setting["amounts"], setting["kind"]}, setting["name"])
				}
			}
			hold := settings["ETAL_RELEASE_HOLD"]
			require.Equal(t, []any{"DURATION", 20.0 * 3600, true}, []any{hold["kind"], hold["number"], hold["isOverridden"]})
			require.Equal(t, []any{"BASIS_POINTS", 1000.0, false}, []any{
				settings["ETAL_COMMISSION_BASIS_POINTS"]["kind"], settings["ETAL_COMMISSION_BASIS_POINTS"]["number"], settings["ETAL_COMMISSION_BASIS_POINTS"]["isOverridden"],
			})
			require.Equal(t, []any{
				map[string]any{"amount": "300.00", "currencyCode": "EUR"}, map[string]any{"amount": "250.00", "currencyCode": "USD"},
			}, settings["ETAL_REFUND_LIMIT_SELLER_SUPPORT"]["amounts"])
			require.Equal(t, []any{}, settings["ETAL_DIFFERENCE_LIMIT"]["amounts"], "no limit")
			require.Equal(t, "LIST", settings["ETAL_MORE_CURRENCIES"]["kind"])
			require.Equal(t, "AMOUNTS", settings["ETAL_PROCESSING_FIXED_MINOR"]["kind"])
		}
	}, testkit.Setting("RELEASE_HOLD", "20h"), testkit.Setting("MORE_CURRENCIES", "USD"), testkit.Setting("DIFFERENCE_LIMIT", "none"),
		testkit.Setting("REFUND_LIMIT_SELLER_SUPPORT", "30000,USD:25000"))
}
