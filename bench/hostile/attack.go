package hostile

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// within is how long an answer may take.
const within = 60 * time.Second

// What every answer to an attack stays within.
const (
	// AnswerBytesMax bounds the answer of a refusal.
	AnswerBytesMax = 64 << 10
	// MemoryMiBMax is by how much the process may have grown when all attacks are
	// over and its memory was collected.
	MemoryMiBMax = 50
	// CPUMillisecondsMax bounds what one hostile request may cost.
	CPUMillisecondsMax = 100
)

// Secret stands in attacks that try to have something echoed. No answer and no
// log may hold it.
const Secret = "hunter2-is-a-secret"

// Attack is one hostile request and its answer.
type Attack struct {
	// Name is what the request is, and Outcome what the server does about it.
	Name, Outcome string
	// Status and Code are what is answered. Code is extensions.code of the first
	// error; empty when the request is answered, within limits.
	Status int
	Code   string

	method, path, contentType string
	headers                   map[string]string
	body                      func() []byte
	length                    bool // whether the length is told before
}

// Send sends the request to host:port over a connection of its own, and reads the
// answer. A server that refuses a body may hang up before all of it is sent, so
// only what it answers counts.
func (a Attack) Send(ctx context.Context, address string) (status int, answer []byte, err error) {
	r, err := a.request(ctx, address)
	if err != nil {
		return 0, nil, err
	}
	conn, err := (&net.Dialer{Timeout: within}).DialContext(ctx, "tcp", address)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = conn.Close() }() // nothing is written any more
	if err := conn.SetDeadline(time.Now().Add(within)); err != nil {
		return 0, nil, err
	}
	go func() { _ = r.Write(conn) }() // ends with the connection at the latest
	response, err := http.ReadResponse(bufio.NewReader(conn), r)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err = io.ReadAll(response.Body)
	return response.StatusCode, answer, err
}

func (a Attack) request(ctx context.Context, address string) (*http.Request, error) {
	var body io.Reader
	if a.body != nil {
		body = bytes.NewReader(a.body())
		if !a.length {
			body = struct{ io.Reader }{body} // sent in chunks
		}
	}
	r, err := http.NewRequestWithContext(ctx, a.method, "http://"+address+a.path, body)
	if err != nil {
		return nil, err
	}
	r.Close = true
	if a.contentType != "" {
		r.Header.Set("Content-Type", a.contentType)
	}
	for name, value := range a.headers {
		r.Header.Set(name, value)
	}
	return r, nil
}

// CodeOf reads extensions.code of the first error of an answer, or the code of a
// refusal that never came to the API.
func CodeOf(answer []byte) string {
	var read struct {
		Errors []struct {
			Extensions struct{ Code string }
		}
		Error struct{ Code string }
	}
	if err := json.Unmarshal(answer, &read); err != nil || len(read.Errors) == 0 {
		return read.Error.Code
	}
	return read.Errors[0].Extensions.Code
}

// Leak says what an answer holds that it should not; empty for nothing.
func Leak(answer []byte) string {
	for _, word := range []string{Secret, "Did you mean", "panic", "goroutine ", ".go:", "SQLSTATE", "interface {}", "graphql."} {
		if bytes.Contains(answer, []byte(word)) {
			return word
		}
	}
	return ""
}

// posted is a document that is sent by POST. It ends in a comment that is another
// one each time, so that no answer and no verdict is kept from the time before.
func posted(name, outcome, code, query string, variables map[string]any) Attack {
	return sent(name, outcome, http.StatusOK, code, func() []byte {
		parts := map[string]any{"query": query + " #" + strconv.FormatInt(rand.Int64(), 36)} //nolint:gosec // nothing is secret about it
		if variables != nil {
			parts["variables"] = variables
		}
		body, _ := json.Marshal(parts) // texts and numbers always encode
		return body
	})
}

// raw is a body that is sent by POST as JSON.
func raw(name, outcome string, status int, code, body string) Attack {
	return sent(name, outcome, status, code, func() []byte { return []byte(body) })
}

func sent(name, outcome string, status int, code string, body func() []byte) Attack {
	return Attack{
		Name: name, Outcome: outcome, Status: status, Code: code,
		method: http.MethodPost, path: "/graphql", contentType: "application/json", body: body, length: true,
	}
}

// as changes an attack before it is listed.
func (a Attack) as(change func(*Attack)) Attack {
	change(&a)
	return a
}

// many repeats a text n times, with § in it counted up.
func many(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "§", "n"+number(i)))
	}
	return b.String()
}

// number writes i in letters, so that it may stand in a name before more
// letters.
func number(i int) string {
	text := ""
	for {
		text = string(rune('a'+i%26)) + text
		if i /= 26; i == 0 {
			return text
		}
	}
}
