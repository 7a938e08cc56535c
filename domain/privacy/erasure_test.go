package privacy_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/note"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// The strings of the person who is erased. None may be left.
var personal = [...]string{
	"zwiebelfisch", "Zwiebelfisch", "Quittengasse", "+49 40 7755331", "Heptagon Tower",
}

// lives makes a person whose name, address, street and telephone are nowhere
// else, with an order that was shipped and paid out, one that expired, and a
// full cart.
func lives(t *testing.T, w *testkit.World) (*testkit.Person, *order.Order) {
	t.Helper()
	p := w.Buyer("Zoe Zwiebelfisch")
	mill := w.Seller("Mill", testkit.Onboarded)
	tea := mill.Product("Tea", "12.49", 100)
	email := p.Email
	home := order.Address{
		Name: p.Name, Line1: "Quittengasse 7", Line2: "Heptagon Tower", PostalCode: "20359", City: "Hamburg", Country: "DE", Phone: "+49 40 7755331",
	}
	buys := func(key string) *order.Order {
		placed, err := w.App.Checkout.Complete(t.Context(), p.Account, checkout.CompleteInput{
			CartID: p.Cart(tea.Times(1)).ID, Email: &email, ShippingAddress: home, IdempotencyKey: key,
		})
		require.NoError(t, err)
		return placed
	}
	paid := buys("first")
	p.Pays(w.Payment(paid.ID))
	w.Settle()
	mill.Ships(paid)
	_, err := w.App.Notes.Add(t.Context(), w.Operator().Actor, note.AddInput{Subject: id.Any(paid.ID), Text: "Mrs Zwiebelfisch has called."})
	require.NoError(t, err)
	isWrittenAbout(t, w, p)
	buys("second")
	w.Advance(31 * day)
	w.Settle()
	p = p.SignsInAgain()
	p.Cart(tea.Times(2))
	require.NoError(t, w.App.Identity.AskReset(t.Context(), p.Email))
	w.Asks(p, `mutation { passwordResetRequest(input: {email: "nobody@example.org"}) { userErrors { code } } }`, nil)
	w.Settle()
	return p, paid
}

// isWrittenAbout lets operators do to somebody's account all that takes a reason, and
// undo it.
func isWrittenAbout(t *testing.T, w *testkit.World, p *testkit.Person) {
	t.Helper()
	about := identity.AboutInput{AccountID: p.Account, Reason: "Somebody else writes as Zwiebelfisch."}
	for _, do := range []func(context.Context, identity.AboutInput) (*identity.Account, error){
		w.App.Identity.Suspend, w.App.Identity.Reinstate, w.App.Identity.StartReset,
	} {
		_, err := do(t.Context(), about)
		require.NoError(t, err)
	}
	_, err := w.App.Identity.EndSessions(t.Context(), identity.EndSessionsInput{AccountID: p.Account, Reason: about.Reason})
	require.NoError(t, err)
}

// dump is every row of every table, as text, River's tables among them.
func dump(t *testing.T, d *db.DB) string {
	t.Helper()
	query := "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
	if d.Dialect() == db.Postgres {
		query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
	}
	var tables []string
	require.NoError(t, d.Read(t.Context()).NewRaw(query).Scan(t.Context(), &tables))
	var all strings.Builder
	for _, table := range tables {
		var rows []map[string]any
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT * FROM "+table).Scan(t.Context(), &rows), table)
		for _, row := range rows {
			for column, value := range row {
				fmt.Fprintf(&all, "%s.%s=%s\n", table, column, value)
			}
		}
	}
	return all.String()
}

func requireGone(t *testing.T, w *testkit.World) {
	t.Helper()
	text := dump(t, w.DB)
	for _, s := range personal {
		at := strings.Index(text, s)
		if at >= 0 {
			require.Fail(t, "something personal is left", "%q in …%s…", s, text[max(0, at-200):min(len(text), at+100)])
		}
	}
}

func asksToBeErased(t *testing.T, w *testkit.World, p *testkit.Person) *privacy.Erasure {
	t.Helper()
	e, err := w.App.Privacy.Request(t.Context(), p.Actor, privacy.RequestInput{Password: testkit.Password})
	require.NoError(t, err)
	return e
}

func mailsTo(w *testkit.World, address string) (subjects []string) {
	for _, m := range w.App.CaughtMail() {
		if m.To == address {
			subjects = append(subjects, m.Subject)
		}
	}
	return subjects
}

func TestErasure_leaves_nothing_of_the_person_and_the_books_as_they_were(t *testing.T) {
	t.Parallel()

	ledger := filepath.Join(t.TempDir(), "erasures.jsonl")
	t.Cleanup(func() { // both databases are done
		text, err := os.ReadFile(ledger)
		require.NoError(t, err)
		require.Equal(t, 2, bytes.Count(text, []byte("\n")), "one line for each database")
		for _, s := range personal {
			require.NotContains(t, string(text), s)
		}
	})
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		text := dump(t, w.DB)
		for _, s := range personal {
			require.Contains(t, text, s, "the story must leave traces before")
		}
		before, err := w.App.Ledger.TrialBalance(t.Context())
		require.NoError(t, err)
		reason := "Rang from a yacht in Nauplion."
		_, err = w.App.Privacy.Export(t.Context(), w.OperatorWith(identity.OperatorSupport).Actor, privacy.ExportInput{AccountID: &p.Account, Reason: &reason})
		require.NoError(t, err)
		asked := asksToBeErased(t, w, p)
		require.Empty(t, asked.Hindrances)
		_, err = w.App.Privacy.Request(t.Context(), p.Actor, privacy.RequestInput{Password: testkit.Password})
		require.ErrorIs(t, err, privacy.ErrErasureRequested)
		w.Advance(13 * day)
		w.Settle()
		_, _, err = w.App.Identity.Authenticate(t.Context(), p.Token)
		require.NoError(t, err, "there is time to think")
		w.Advance(2 * day)
		w.Settle()

		requireGone(t, w)
		require.NotContains(t, dump(t, w.DB), p.Email)
		require.NotContains(t, dump(t, w.DB), "Nauplion", "what was written about them")
		_, _, err = w.App.Identity.Authenticate(t.Context(), p.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
		_, err = w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: p.Email, Password: testkit.Password})
		require.ErrorIs(t, err, identity.ErrCredentials)
		require.Contains(t, mailsTo(w, p.Email), "Your data is erased")

		olga, sam := w.Operator(), w.OperatorWith(identity.OperatorSupport)
		kept, err := w.App.Orders.Get(t.Context(), olga.Actor, paid.ID)
		require.NoError(t, err)
		require.Equal(t, paid.TotalMinor, kept.TotalMinor)
		require.Equal(t, order.Address{Name: identity.ErasedName, Country: "DE"}, kept.ShipTo)
		_, err = w.App.Orders.Get(t.Context(), sam.Actor, paid.ID)
		require.ErrorIs(t, err, order.ErrNotFound, "only finance and auditors see it")
		after, err := w.App.Ledger.TrialBalance(t.Context())
		require.NoError(t, err)
		require.Equal(t, before, after)
		require.Zero(t, w.Parked())
		w.Balanced()

		refused, err := w.App.Privacy.Refused(t.Context(), strings.ToUpper(p.Email))
		require.NoError(t, err)
		require.True(t, refused)
		_, err = w.App.Identity.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: p.Email, Name: "Z", Password: testkit.Password})
		require.NoError(t, err)
		w.Settle()
		refused, err = w.App.Privacy.Refused(t.Context(), p.Email)
		require.NoError(t, err)
		require.False(t, refused, "who comes back may be written to")
	}, testkit.Setting("ERASURE_LEDGER", ledger))
}

func TestErasure_is_postponed_and_says_why(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p := w.Buyer("Zoe")
		mill := w.Seller("Mill", testkit.Onboarded)
		bought := p.Buys(mill.Product("Tea", "12.49", 10).Times(1))
		asked := asksToBeErased(t, w, p)
		require.Equal(t, []privacy.Hindrance{privacy.OpenOrder}, asked.Hindrances)
		owner := asksToBeErased(t, w, mill.Person)
		require.Equal(t, []privacy.Hindrance{privacy.SellerOwner, privacy.UnpaidBalance}, owner.Hindrances)
		olga := *w.Operator()
		_, err := w.App.Privacy.Request(t.Context(), olga.Actor, privacy.RequestInput{Password: testkit.Password})
		require.ErrorIs(t, err, privacy.ErrNotYourself)
		olga.Actor.Role = actor.Buyer
		require.Equal(t, []privacy.Hindrance{privacy.OperatorRole}, asksToBeErased(t, w, &olga).Hindrances)

		for range 3 {
			w.Advance(15 * day)
			w.Settle()
		}
		now, err := w.App.Privacy.Current(t.Context(), p.Actor)
		require.NoError(t, err)
		require.Equal(t, privacy.Postponed, now.Status)
		postponed := 0
		for _, subject := range mailsTo(w, p.Email) {
			if subject == "Your data cannot be erased yet" {
				postponed++
			}
		}
		require.Equal(t, 1, postponed, "told once, as long as the reason is the same")

		mill.Person = mill.SignsInAgain()
		mill.Ships(bought)
		w.Advance(20 * day)
		w.Settle()
		w.Advance(2 * day)
		w.Settle()
		now, err = w.App.Privacy.Current(t.Context(), p.Actor)
		require.NoError(t, err)
		require.Nil(t, now, "it was carried out when nothing was in the way any more")
		require.NotContains(t, dump(t, w.DB), p.Email)
		w.Balanced()
	})
}

func TestErasure_can_be_withdrawn_by_the_person_only(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, other := w.Buyer("Zoe"), w.Buyer("Bob")
		_, err := w.App.Privacy.Request(t.Context(), p.Actor, privacy.RequestInput{Password: "wrong horse 12345"})
		require.ErrorIs(t, err, identity.ErrPasswordWrong)
		_, err = w.App.Privacy.Request(t.Context(), w.Guest().Actor, privacy.RequestInput{Password: testkit.Password})
		require.ErrorIs(t, err, identity.ErrNotRegistered)
		asksToBeErased(t, w, p)
		_, err = w.App.Privacy.Withdraw(t.Context(), other.Actor)
		require.ErrorIs(t, err, privacy.ErrErasureNotFound)
		_, err = w.App.Privacy.Withdraw(t.Context(), p.Actor)
		require.NoError(t, err)
		_, err = w.App.Privacy.Withdraw(t.Context(), p.Actor)
		require.ErrorIs(t, err, privacy.ErrErasureNotFound)
		w.Advance(20 * day)
		w.Settle()
		_, _, err = w.App.Identity.Authenticate(t.Context(), p.Token)
		require.NoError(t, err)
		asksToBeErased(t, w, p)
	})
}

// dies is a ledger and a teller that fail as often as they are told to.
type dies struct {
	at    int // the step that fails
	steps int
	lines [][]byte
}

func (d *dies) step() error {
	d.steps++
	if d.steps == d.at {
		return errors.New("killed")
	}
	return nil
}

// Farewell implements privacy.Teller.
func (d *dies) Farewell(context.Context, identity.AccountID) error { return d.step() }

// Append implements privacy.Ledger.
func (d *dies) Append(_ context.Context, line []byte) error {
	if err := d.step(); err != nil {
		return err
	}
	d.lines = append(d.lines, line)
	return d.step()
}

func TestErasure_goes_on_after_a_crash_between_any_two_steps(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		for at := 1; at <= 3; at++ {
			name := fmt.Sprintf("Zwiebelfisch %d", at)
			p := w.Buyer(name)
			d := &dies{at: at}
			s := privacy.New(w.DB, privacy.Deps{People: w.App.Identity, Exports: w.App.Exports, Vault: w.App.Vault, Ledger: d, Teller: d},
				privacy.Policy{Retention: day})
			e, err := s.Request(t.Context(), p.Actor, privacy.RequestInput{Password: testkit.Password})
			require.NoError(t, err)
			job := privacy.Job{ErasureID: e.ID}
			require.Error(t, s.Work(t.Context(), job), "killed at step %d", at)
			_, _, err = w.App.Identity.Authenticate(t.Context(), p.Token)
			require.ErrorIs(t, err, identity.ErrSessionInvalid, "the account is closed already")
			_, err = w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: p.Email, Password: testkit.Password})
			require.ErrorIs(t, err, identity.ErrCredentials)
			_, err = s.Withdraw(t.Context(), p.Actor)
			require.ErrorIs(t, err, privacy.ErrErasureState, "too late")
			for range 3 {
				require.NoError(t, s.Work(t.Context(), job))
			}
			require.NotContains(t, dump(t, w.DB), name)
			require.LessOrEqual(t, len(d.lines), 2)
		}
		w.Verified()
	})
}

// gone is a teller whose mail nobody takes.
type gone struct{ tried int }

// Farewell implements privacy.Teller.
func (g *gone) Farewell(context.Context, identity.AccountID) error {
	g.tried++
	return errors.New("nobody takes the mail")
}

func TestErasure_does_not_wait_for_a_mailbox_that_is_gone(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p := w.Buyer("Zwiebelfisch")
		g := &gone{}
		s := privacy.New(w.DB, privacy.Deps{People: w.App.Identity, Exports: w.App.Exports, Vault: w.App.Vault, Teller: g}, privacy.Policy{Retention: day})
		e, err := s.Request(t.Context(), p.Actor, privacy.RequestInput{Password: testkit.Password})
		require.NoError(t, err)
		job := privacy.Job{ErasureID: e.ID}
		for range 2 {
			require.ErrorContains(t, s.Work(t.Context(), job), "nobody takes the mail")
			w.Clock.Advance(11 * time.Hour)
		}
		require.Contains(t, dump(t, w.DB), "Zwiebelfisch", "the mail is tried for a day")
		w.Clock.Advance(2 * time.Hour)
		require.NoError(t, s.Work(t.Context(), job))
		require.Equal(t, 3, g.tried)
		require.NotContains(t, dump(t, w.DB), "Zwiebelfisch")
		now, err := s.Current(t.Context(), p.Actor)
		require.NoError(t, err)
		require.Nil(t, now)
		w.Verified()
	})
}

func TestReplay_erases_again_whom_a_restored_copy_brings_back(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		asksToBeErased(t, w, p) // the copy knows the request, and not how it ended
		line, err := json.Marshal(privacy.Line{ErasureID: "ers_00000000000000000000000001", AccountID: p.Account, At: w.Clock.Now()})
		require.NoError(t, err)
		erased, err := w.App.Privacy.Replay(t.Context(), line)
		require.NoError(t, err)
		require.True(t, erased)
		w.Settle()
		requireGone(t, w)
		erased, err = w.App.Privacy.Replay(t.Context(), line)
		require.NoError(t, err)
		require.False(t, erased, "again, it has nothing to do")
		kept, err := w.App.Orders.ByID(t.Context(), paid.ID)
		require.NoError(t, err)
		require.Equal(t, paid.TotalMinor, kept.TotalMinor)
		stranger, err := json.Marshal(privacy.Line{ErasureID: "ers_00000000000000000000000002", AccountID: identity.NewAccountID()})
		require.NoError(t, err)
		erased, err = w.App.Privacy.Replay(t.Context(), stranger)
		require.NoError(t, err)
		require.False(t, erased, "the copy is older than the account")
		for _, bad := range []string{"", "{}", `{"erasure":"ers_1"`, "null", `{"account":"acc_1"}`} {
			_, err = w.App.Privacy.Replay(t.Context(), []byte(bad))
			require.ErrorIs(t, err, privacy.ErrLine, bad)
		}
		var lines []string
		require.NoError(t, w.App.Privacy.Lines(t.Context(), func(line []byte) error {
			lines = append(lines, string(line))
			return nil
		}))
		require.Len(t, lines, 1)
		w.Balanced()
	})
}

func TestRetention_detaches_old_orders_from_who_has_bought(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		asksToBeErased(t, w, p)
		w.Advance(15 * day)
		w.Settle()
		kept, err := w.App.Orders.ByID(t.Context(), paid.ID)
		require.NoError(t, err)
		require.Equal(t, p.Account, kept.BuyerID)
		w.Advance(366 * day)
		w.Settle()
		kept, err = w.App.Orders.ByID(t.Context(), paid.ID)
		require.NoError(t, err)
		require.NotEqual(t, p.Account, kept.BuyerID)
		require.Equal(t, kept.BuyerID, kept.SellerOrders[0].BuyerID)
		require.Equal(t, paid.TotalMinor, kept.TotalMinor)
		w.Verified()
	}, testkit.Setting("RETENTION_YEARS", "1"))
}

// fetch gets a file by HTTP under a hat.
func fetch(t *testing.T, w *testkit.World, p *testkit.Person, path string) (status int, body []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.URL+path, nil)
	require.NoError(t, err)
	if p != nil {
		r.Header.Set("Authorization", "Bearer "+string(p.Token))
		r.Header.Set("Etal-Act-As", p.ActAs)
	}
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, body
}

func TestExport_holds_everything_of_the_person_and_nothing_of_others(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, paid := lives(t, w)
		bob := w.Buyer("Bob Bercanary")
		const ask = `mutation { privacyExportCreate(input: {}) { export { id status path } userErrors { code } } }`
		answer := w.Asks(p, ask, nil)
		require.Empty(t, answer.Errors)
		w.Settle()
		const list = `{ exports { nodes { id kind status path done total byteSize } } }`
		found := w.Asks(p, list, nil).Data["exports"].(map[string]any)["nodes"].([]any)
		require.Len(t, found, 1)
		file := found[0].(map[string]any)
		require.Equal(t, "READY", file["status"])
		require.Equal(t, file["done"], file["total"])
		require.Contains(t, mailsTo(w, p.Email), "Your file is ready")

		path := file["path"].(string)
		status, _ := fetch(t, w, nil, path)
		require.Equal(t, http.StatusUnauthorized, status)
		status, _ = fetch(t, w, bob, path)
		require.Equal(t, http.StatusNotFound, status)
		status, body := fetch(t, w, p, path)
		require.Equal(t, http.StatusOK, status, string(body))
		var doc struct {
			Account string
			Tables  []struct {
				Name string
				Rows []map[string]any
			}
		}
		require.NoError(t, json.Unmarshal(body, &doc))
		require.Equal(t, string(p.Account), doc.Account)
		rows := map[string]int{}
		for _, table := range doc.Tables {
			rows[table.Name] = len(table.Rows)
		}
		for table, n := range map[string]int{
			"accounts": 1, "orders": 2, "seller_orders": 2, "order_lines": 2, "payments": 2, "shipments": 1, "carts": 3, "cart_lines": 3,
		} {
			require.Equal(t, n, rows[table], table)
		}
		require.Positive(t, rows["sessions"])
		for _, s := range append(personal[:], p.Email, string(paid.ID), "Tea") {
			if s != "zwiebelfisch" {
				require.Contains(t, string(body), s)
			}
		}
		for _, s := range []string{"Bercanary", bob.Email, "argon2", "token_hash", "client_secret", "Mill's owner"} {
			require.NotContains(t, string(body), s)
		}
		status, _ = fetch(t, w, p, path)
		require.Equal(t, http.StatusNotFound, status, "a file is handed out once")
	})
}

func TestExport_by_an_operator_needs_a_reason_and_is_told_to_the_person(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		p, sam, other := w.Buyer("Zoe"), w.OperatorWith(identity.OperatorSupport), w.Operator()
		ask := func(by *testkit.Person, in privacy.ExportInput) error {
			_, err := w.App.Privacy.Export(t.Context(), by.Actor, in)
			return err
		}
		why := "Asked by letter."
		require.ErrorIs(t, ask(sam, privacy.ExportInput{AccountID: &p.Account}), privacy.ErrReasonRequired)
		require.ErrorIs(t, ask(sam, privacy.ExportInput{Reason: &why}), identity.ErrAccountNotFound)
		require.ErrorIs(t, ask(sam, privacy.ExportInput{AccountID: &sam.Account, Reason: &why}), privacy.ErrNotYourself)
		require.ErrorIs(t, ask(p, privacy.ExportInput{AccountID: &sam.Account, Reason: &why}), identity.ErrAccountNotFound)
		require.NoError(t, ask(sam, privacy.ExportInput{AccountID: &p.Account, Reason: &why}))
		w.Settle()
		require.Contains(t, mailsTo(w, p.Email), "A copy of your data was made")
		asked := w.Asks(sam, `{ exports { nodes { id path subject } } }`, nil)
		require.Empty(t, asked.Errors)
		file := asked.Data["exports"].(map[string]any)["nodes"].([]any)[0].(map[string]any)
		require.Equal(t, string(p.Account), file["subject"])
		status, _ := fetch(t, w, other, file["path"].(string))
		require.Equal(t, http.StatusNotFound, status, "another operator's file")
		asBuyer := *sam
		asBuyer.ActAs = ""
		status, _ = fetch(t, w, &asBuyer, file["path"].(string))
		require.Equal(t, http.StatusNotFound, status, "not without the operator's hat")
		w.Advance(8 * day)
		w.Settle()
		sam = sam.SignsInAgain()
		status, _ = fetch(t, w, sam, file["path"].(string))
		require.Equal(t, http.StatusNotFound, status, "seven days are over")
		var chunks int
		require.NoError(t, w.DB.Read(t.Context()).NewRaw("SELECT COUNT(*) FROM export_chunks").Scan(t.Context(), &chunks))
		require.Zero(t, chunks)
	})
}

func TestExport_is_bounded(t *testing.T) {
	t.Parallel()

	w := testkit.Open(t)
	p := w.Buyer("Zoe")
	codes := ""
	for range 5 {
		answer := w.Asks(p, `mutation { privacyExportCreate(input: {}) { userErrors { code } } }`, nil)
		text, err := json.Marshal(answer)
		require.NoError(t, err)
		codes += string(text)
	}
	require.Equal(t, 2, strings.Count(codes, "EXPORT_TOO_MANY"), codes)
}
