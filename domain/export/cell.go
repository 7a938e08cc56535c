package export

import (
	"strings"
	"unicode"
)

// formulas are the characters by which a spreadsheet knows a formula, also as
// they are written full-width.
const formulas = "=+-@＝＋－＠"

// Text is a text that somebody has typed, as a cell of a table. One that a
// spreadsheet would take for a formula, and run, begins with an apostrophe:
// the spreadsheet then shows it as it is. Numbers, instants and identifiers of
// Étal's own need none of this.
func Text(s string) string {
	visible := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
	if visible != "" && strings.ContainsRune(formulas, []rune(visible)[0]) {
		return "'" + s
	}
	return s
}
