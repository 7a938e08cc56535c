package server

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/etal-market/etal/gateway/mail"
)

// devMail lists the mail that would have been sent.
func (a *App) devMail(w http.ResponseWriter, r *http.Request) {
	a.show(w, r, http.StatusOK, "mail_list.html", a.caught.All())
}

// devMailMessage shows one mail.
func (a *App) devMailMessage(w http.ResponseWriter, r *http.Request) {
	if m, ok := a.caughtMail(r); ok {
		a.show(w, r, http.StatusOK, "mail_message.html", m)
		return
	}
	a.refuse(w, r, ErrRouteNotFound)
}

// devMailHTML serves the HTML of one mail for the frame of its page. Like a
// mail program it runs no script and loads nothing, and opens links in a window
// of their own: what they lead to refuses to be shown in a frame.
func (a *App) devMailHTML(w http.ResponseWriter, r *http.Request) {
	m, ok := a.caughtMail(r)
	if !ok {
		a.refuse(w, r, ErrRouteNotFound)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	text := strings.Replace(m.HTML, "<head>", `<head><base target="_blank">`, 1)
	_, _ = w.Write([]byte(text)) // the client has gone
}

func (a *App) caughtMail(r *http.Request) (mail.Caught, bool) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return mail.Caught{}, false
	}
	return a.caught.Get(number)
}
