package server_test

import (
	"encoding/base32"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

// told is every secret that was issued in a story, by what it is.
type told map[string]string

var issued = regexp.MustCompile(`etal_(ses|lnk|dev|sk_test|sk_live)_[A-Za-z0-9_-]+`)

// find notes the secrets of a text.
func (s told) find(where, text string) {
	for _, secret := range issued.FindAllString(text, -1) {
		s[secret] = where
	}
}

// absent holds that a text holds no secret.
func (s told) absent(t *testing.T, where, text string) {
	t.Helper()
	for secret, what := range s {
		if strings.Contains(text, secret) {
			t.Errorf("%s holds a secret: %s", where, what)
		}
	}
}

// teller is a world whose secrets are noted.
type teller struct {
	world
	t       *testing.T
	secrets told
	token   string
}

// ask sends an operation, notes what it issues, and holds that neither an error
// nor the extensions of the answer say a secret.
func (a *teller) ask(query string, variables map[string]any, headers ...string) map[string]any {
	a.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(a.t, err)
	if a.token != "" {
		headers = append(headers, "Authorization", "Bearer "+a.token)
	}
	resp, text := a.post(a.t, string(body), headers...)
	var answer struct {
		Data       map[string]any
		Errors     json.RawMessage
		Extensions json.RawMessage
	}
	require.NoError(a.t, json.Unmarshal([]byte(text), &answer), text)
	a.secrets.find("answer", text)
	a.secrets.absent(a.t, "errors", string(answer.Errors))
	a.secrets.absent(a.t, "extensions", string(answer.Extensions))
	a.secrets.absent(a.t, "headers", fmt.Sprint(resp.Header))
	if raw, ok := answer.Data["signIn"]; ok {
		shown, err := json.Marshal(raw.(map[string]any)["userErrors"])
		require.NoError(a.t, err)
		a.secrets.absent(a.t, "userErrors", string(shown))
	}
	return answer.Data
}

// inside walks into an answer.
func inside(t *testing.T, v any, path ...string) any {
	t.Helper()
	for _, step := range path {
		in, ok := v.(map[string]any)
		require.True(t, ok, "%v at %s", v, step)
		v = in[step]
	}
	return v
}

// letter waits for mail and returns the token of its link.
func (a *teller) letter(subject string) string {
	a.t.Helper()
	found := ""
	require.Eventually(a.t, func() bool {
		for _, m := range a.app.CaughtMail() {
			text := fmt.Sprint(m.Message)
			a.secrets.find("mail", text)
			if strings.Contains(m.Subject, subject) && found == "" {
				found = regexp.MustCompile(`etal_lnk_[A-Za-z0-9_-]+`).FindString(text)
			}
		}
		return found != ""
	}, 20*time.Second, 5*time.Millisecond, "no mail about %s", subject)
	return found
}

// story signs somebody up, in, out and in again, with two factors, a new
// password, a key, and every mistake on the way.
func (a *teller) story() {
	t, session := a.t, `session{token state}`
	for secret, what := range map[string]string{
		"a quiet harbour 47": "password", "seven lanterns drift": "new password", "wrong lanterns drift": "password that is not right",
	} {
		a.secrets[secret] = what
	}
	const email, password, renewed = "alice@example.org", "a quiet harbour 47", "seven lanterns drift"
	a.ask(`mutation($i:AccountRegisterInput!){accountRegister(input:$i){userErrors{code}}}`,
		map[string]any{"i": map[string]any{"email": email, "name": "Alice", "password": password}})
	a.ask(`mutation($i:EmailVerifyInput!){emailVerify(input:$i){userErrors{code message}}}`, map[string]any{"i": map[string]any{"token": a.letter("onfirm")}})

	const signIn = `mutation($i:SignInInput!){signIn(input:$i){deviceToken ` + `session{token state}` + ` userErrors{code message field}}}`
	in := func(p string) map[string]any {
		return map[string]any{"i": map[string]any{"email": email, "password": p}}
	}
	a.ask(signIn, in("wrong lanterns drift"))
	answer := a.ask(signIn, in(password))
	a.token = inside(t, answer, "signIn", "session", "token").(string)
	device := inside(t, answer, "signIn", "deviceToken").(string)
	resp, _ := a.do(t, http.MethodPut, "/session/cookie", http.Header{"Authorization": {"Bearer " + a.token}})
	for _, c := range resp.Cookies() {
		a.secrets.find("cookie", c.Value)
		require.True(t, c.HttpOnly)
	}
	require.Len(t, resp.Cookies(), 2, "the session and the device")

	answer = a.ask(`mutation{totpEnrol(input:{password:"`+password+`"}){enrolment{secret uri} userErrors{code}}}`, nil)
	secret := inside(t, answer, "totpEnrol", "enrolment", "secret").(string)
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	require.NoError(t, err)
	a.secrets[secret], a.secrets[string(raw)] = "TOTP secret", "TOTP secret in bytes"
	code, err := totp.GenerateCode(secret, time.Now())
	require.NoError(t, err)
	a.ask(`mutation{totpConfirm(input:{code:"12345"}){userErrors{code message}}}`, nil)
	answer = a.ask(`mutation{totpConfirm(input:{code:"`+code+`"}){recoveryCodes `+session+` userErrors{code}}}`, nil)
	a.token = inside(t, answer, "totpConfirm", "session", "token").(string)
	codes := inside(t, answer, "totpConfirm", "recoveryCodes").([]any)
	for _, c := range codes {
		a.secrets[c.(string)] = "recovery code"
		a.secrets[strings.ToUpper(strings.ReplaceAll(c.(string), "-", ""))] = "recovery code without dashes"
	}
	require.Len(t, codes, 10)
	a.ask(`mutation{signOut{userErrors{code}}}`, nil)
	a.mistakes(device, codes[0].(string))

	a.token = ""
	answer = a.ask(signIn, in(password), "Etal-Device", device)
	a.token = inside(t, answer, "signIn", "session", "token").(string)
	a.ask(`mutation{factorVerify(input:{method:RECOVERY_CODE,code:"`+codes[1].(string)+`"}){`+session+` userErrors{code}}}`, nil)
	a.token = ""
	a.ask(`mutation{passwordResetRequest(input:{email:"`+email+`"}){userErrors{code}}}`, nil)
	reset := map[string]any{"i": map[string]any{"token": a.letter("password"), "password": renewed}}
	a.ask(`mutation($i:PasswordResetInput!){passwordReset(input:$i){userErrors{code message}}}`, reset)
	a.ask(`mutation($i:PasswordResetInput!){passwordReset(input:$i){userErrors{code message}}}`, reset)
	a.secrets.find("key", platformKey(t, a.world))
}

// mistakes puts secrets where they do not belong.
func (a *teller) mistakes(device, code string) {
	token := a.token
	a.ask(`{viewer{account{id}}}`, nil) // a session that has ended
	a.token = token + "x"
	a.ask(`{viewer{account{id}}}`, nil)
	a.token = ""
	a.ask(`{viewer(token:"`+token+`"){account{id}}}`, nil)
	a.ask(`{node(id:"`+token+`"){id}}`, nil)
	a.ask(`mutation{sessionRevoke(input:{id:"`+token+`"}){userErrors{code message}}}`, nil)
	a.ask(`query A($x:ID!){node(id:$x){id}}`, map[string]any{"x": []any{device}})
	a.ask(`mutation{factorVerify(input:{method:RECOVERY_CODE,code:"`+code+`"}){userErrors{code message}}}`, nil)
	a.ask(`mutation{emailVerify(input:{token:"`+token+`"}){userErrors{code message}}}`, nil)
	a.post(a.t, `{"query":"`+token, "Authorization", "Basic "+token)
	a.do(a.t, http.MethodGet, "/graphql?query={viewer{account{id}}}&access_token="+token, nil)
	a.do(a.t, http.MethodGet, "/account/reset?token="+device, nil)
	for _, card := range []string{"4242424242424242", "5555 5555 5555 4444"} { // the numbers of cards too
		a.ask(`{viewer(card:"`+card+`"){account{id}}}`, nil)
		a.ask(`query A($x:ID!){node(id:$x){id}}`, map[string]any{"x": card})
		a.ask(`query A($card:ID!){node(id:$card){id}}`, map[string]any{"card": []any{card}})
		a.post(a.t, `{"query":"`+card, "Authorization", "Bearer "+card)
		a.do(a.t, http.MethodGet, "/graphql?query={viewer{account{id}}}&number="+url.QueryEscape(card), http.Header{"Etal-Act-As": {card}, "Referer": {card}, "User-Agent": {card}})
		a.do(a.t, http.MethodGet, "/account/reset?token="+url.QueryEscape(card), nil)
	}
}

// dump writes out every column of every row of a database.
func dump(t *testing.T, d *db.DB) string {
	t.Helper()
	q, tables := d.Read(t.Context()), []string{}
	list := "SELECT name FROM sqlite_master WHERE type = 'table'"
	row := func(table string) string {
		if d.ServesMany() {
			return `SELECT * FROM "` + table + `"`
		}
		// Bytes are read as text: bun takes the type of a column from its first row,
		// and panics when there is none there and bytes in a later one.
		var columns []string
		require.NoError(t, q.NewRaw("SELECT name FROM pragma_table_info(?)", table).Scan(t.Context(), &columns))
		for i, column := range columns {
			columns[i] = fmt.Sprintf(`CAST("%s" AS TEXT) AS "%s"`, column, column)
		}
		return "SELECT " + strings.Join(columns, ", ") + ` FROM "` + table + `"`
	}
	if d.ServesMany() {
		list = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
	}
	require.NoError(t, q.NewRaw(list).Scan(t.Context(), &tables))
	require.Greater(t, len(tables), 30)
	var b strings.Builder
	for _, table := range tables {
		var rows []map[string]any
		require.NoError(t, q.NewRaw(row(table)).Scan(t.Context(), &rows), table)
		for _, r := range rows {
			fmt.Fprint(&b, table)
			for column, v := range r {
				if raw, ok := v.([]byte); ok {
					v = string(raw)
				}
				fmt.Fprintf(&b, " %s=%v", column, v)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestStory_tells_no_secret looks for every secret that was issued in the log at
// its most talkative, in errors and extensions, and in a dump of the database.
func TestStory_tells_no_secret(t *testing.T) {
	t.Parallel()
	dbtest.EachWith(t, db.Options{Clock: clock.Wall{}}, func(t *testing.T, d *db.DB) {
		cfg, err := config.Load(map[string]string{"ETAL_PEPPERS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="}, config.Development)
		require.NoError(t, err)
		log := &buffer{}
		handler := server.NewLogHandler(slog.NewJSONHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug, AddSource: true}))
		app, err := server.New(cfg, server.Deps{DB: d, HashMemoryKiB: 64, Log: slog.New(handler)})
		require.NoError(t, err)
		a := &teller{world: serving(t, app, log), t: t, secrets: told{"0123456789012345678901": "pepper"}}
		workers, err := db.NewWorkers(d, app.Jobs(), db.WorkerOptions{Logger: slog.New(handler)})
		require.NoError(t, err)
		require.NoError(t, workers.Start(t.Context()))
		a.story()
		require.NoError(t, workers.Stop(t.Context()))

		kinds := map[string]bool{}
		for secret := range a.secrets {
			kinds[issued.FindString(secret + "_")[:min(9, len(issued.FindString(secret+"_")))]] = true
		}
		for _, kind := range []string{"etal_ses_", "etal_lnk_", "etal_dev_", "etal_sk_t"} {
			require.True(t, kinds[kind], "the story issued no %s", kind)
		}
		require.Greater(t, len(a.secrets), 30)
		written := dump(t, d)
		require.Contains(t, written, "alice@example.org", "the dump is one")
		require.Contains(t, log.String(), `"level":"INFO"`)
		a.secrets.absent(t, "log", log.String())
		a.secrets.absent(t, "database", written)
		require.Empty(t, cards(log.String()), "numbers of cards in the log")
		require.Empty(t, cards(written), "numbers of cards in the database")
	})
}
