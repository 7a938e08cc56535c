package db

import "strings"

// shapeMax bounds the length of a shape.
const shapeMax = 2000

// Shape is a statement without anything that somebody has typed or that names a
// row: each text, number and blob is a question mark, lists of them are one, and
// comments are left out. Logs and traces may hold it. A long one is cut off.
func Shape(statement string) string {
	var b strings.Builder
	b.Grow(min(len(statement), shapeMax))
	listed := false // what was written last is a question mark
	for i := 0; i < len(statement) && b.Len() < shapeMax; {
		end := skip(statement, i)
		switch token := statement[i:end]; {
		case token[0] == mark, strings.HasPrefix(token, "--"), strings.HasPrefix(token, "/*"):
		case isLiteral(token):
			if !listed {
				b.WriteByte('?')
			}
			listed = true
		case listed && (token == "," || token == " "):
			i = end
			if rest := afterSpace(statement, end, token == ","); rest > 0 {
				i = rest
				continue
			}
			b.WriteString(token)
			listed = false
			continue
		default:
			b.WriteString(token)
			listed = false
		}
		i = end
	}
	return b.String()
}

// afterSpace returns where a further literal of a list begins, which has a comma
// before it; 0 when there is none.
func afterSpace(statement string, from int, comma bool) int {
	for i := from; i < len(statement); {
		end := skip(statement, i)
		switch token := statement[i:end]; {
		case token == " " || token[0] == mark:
		case token == "," && !comma:
			comma = true
		case comma && isLiteral(token):
			return i
		default:
			return 0
		}
		i = end
	}
	return 0
}

// isLiteral reports whether a token is a text, a blob or a number.
func isLiteral(token string) bool {
	switch c := token[0]; {
	case c == '\'', strings.HasPrefix(token, "X'"):
		return true
	case c == '-' && len(token) > 1:
		return token[1] >= '0' && token[1] <= '9'
	default:
		return c >= '0' && c <= '9'
	}
}
