// Package sheet writes documents for people, as PDF: headings, lines and tables, on
// numbered pages, in text that can be marked. It knows nothing of what they say.
package sheet
