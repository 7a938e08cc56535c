package notification

import (
	"bytes"
	"embed"
	"fmt"
	htmltemplate "html/template"
	texttemplate "text/template"
)

//go:embed templates
var templateFiles embed.FS

// Content is what a mail says, before it has a form.
type Content struct {
	Subject    string
	Greeting   string // name of the person; empty when unknown
	Paragraphs []string
	LinkText   string // empty when there is nothing to open
	Link       string
}

// forms writes a content as text and as HTML.
type forms struct {
	text *texttemplate.Template
	html *htmltemplate.Template
}

func parseForms() (forms, error) {
	text, err := texttemplate.ParseFS(templateFiles, "templates/mail.txt")
	if err != nil {
		return forms{}, err
	}
	html, err := htmltemplate.ParseFS(templateFiles, "templates/mail.html")
	return forms{text, html}, err
}

func (f forms) write(c Content) (text, html string, err error) {
	var t, h bytes.Buffer
	if err := f.text.Execute(&t, c); err != nil {
		return "", "", fmt.Errorf("write mail: %w", err)
	}
	if err := f.html.Execute(&h, c); err != nil {
		return "", "", fmt.Errorf("write mail: %w", err)
	}
	return t.String(), h.String(), nil
}
