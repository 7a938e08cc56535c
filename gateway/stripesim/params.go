package stripesim

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// node is one level of a decoded form. Stripe's own clients can send a key as a
// scalar and as a hash at once, so a node may be both.
type node struct {
	scalar string
	set    bool
	keys   []string
	kids   map[string]*node
}

func (n *node) kid(key string) *node {
	if k, ok := n.kids[key]; ok {
		return k
	}
	if n.kids == nil {
		n.kids = map[string]*node{}
	}
	k := &node{}
	n.kids[key] = k
	n.keys = append(n.keys, key)
	return k
}

func (n *node) remove(key string) *node {
	k := n.kids[key]
	if k == nil {
		return nil
	}
	delete(n.kids, key)
	for i, name := range n.keys {
		if name == key {
			n.keys = append(n.keys[:i:i], n.keys[i+1:]...)
			break
		}
	}
	return k
}

// parseForm decodes a[b][c]=v. An empty pair of brackets appends. A name inside
// brackets may itself contain brackets, which is how metadata keys can.
func parseForm(raw string) (*node, *apiError) {
	root := &node{}
	for pair := range strings.SplitSeq(raw, "&") {
		if pair == "" {
			continue
		}
		rawKey, rawValue, _ := strings.Cut(pair, "=")
		key, err := url.QueryUnescape(rawKey)
		if err != nil {
			return nil, reject("", "", "Invalid form encoding: %s", err)
		}
		value, err := url.QueryUnescape(rawValue)
		if err != nil {
			return nil, reject("", "", "Invalid form encoding: %s", err)
		}
		if err := root.put(key, value); err != nil {
			return nil, err
		}
	}
	return root, nil
}

// put adds one pair to a form.
func (n *node) put(key, value string) *apiError {
	if !utf8.ValidString(key+value) || strings.ContainsRune(key+value, 0) {
		return reject("invalid_characters", "", "Invalid UTF-8 or a NUL byte in the request.")
	}
	for _, part := range splitKey(key) {
		if part == "" {
			part = strconv.Itoa(len(n.keys))
		}
		n = n.kid(part)
	}
	n.scalar, n.set = value, true
	return nil
}

func splitKey(key string) []string {
	open := strings.IndexByte(key, '[')
	if open <= 0 || !strings.HasSuffix(key, "]") {
		return []string{key}
	}
	return append([]string{key[:open]}, strings.Split(key[open+1:len(key)-1], "][")...)
}

// parseJSON lets control endpoints take JSON as well as forms.
func parseJSON(raw []byte) (*node, *apiError) {
	var v any
	dec := json.NewDecoder(strings.NewReader(string(raw)))
	dec.UseNumber()
	if err := dec.Decode(&v); err != nil {
		return nil, reject("", "", "Invalid JSON: %s", err)
	}
	root := &node{}
	root.fillJSON(v)
	return root, nil
}

func (n *node) fillJSON(v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			n.kid(key).fillJSON(value)
		}
	case []any:
		for i, value := range v {
			n.kid(strconv.Itoa(i)).fillJSON(value)
		}
	case nil:
	default:
		n.scalar, n.set = fmt.Sprint(v), true
	}
}

// strings of a list parameter: expand[0]=a&expand[1]=b, or expand[]=a.
func (n *node) list() []string {
	var out []string
	if n == nil {
		return out
	}
	for _, key := range n.keys {
		out = append(out, n.kids[key].scalar)
	}
	return out
}

// metadata as sent: an empty value removes the key, an empty hash removes all.
type metadata struct {
	values map[string]string
	clear  bool
}

func (m *metadata) decodeForm(n *node, path string) *apiError {
	if n.set && n.scalar == "" && len(n.keys) == 0 {
		m.clear = true
		return nil
	}
	if n.set {
		return reject("", path, "Invalid hash")
	}
	if len(n.keys) > 50 {
		return reject("", path, "Metadata can have at most 50 keys.")
	}
	m.values = map[string]string{}
	for _, key := range n.keys {
		kid := n.kids[key]
		switch {
		case len(kid.keys) > 0:
			return reject("", path+"["+key+"]", "Metadata values must be strings.")
		case utf8.RuneCountInString(key) > 40:
			return reject("", path, "Metadata keys can be up to 40 characters long.")
		case utf8.RuneCountInString(kid.scalar) > 500:
			return reject("", path+"["+key+"]", "Metadata values can be up to 500 characters long.")
		}
		m.values[key] = kid.scalar
	}
	return nil
}

// onto applies the change to a copy of what was there.
func (m metadata) onto(old map[string]string) map[string]string {
	out := make(map[string]string, len(old)+len(m.values))
	if !m.clear {
		for k, v := range old {
			out[k] = v
		}
	}
	for k, v := range m.values {
		if v == "" {
			delete(out, k)
		} else {
			out[k] = v
		}
	}
	return out
}

// span is a created filter: an exact second or a range.
type span struct{ gt, gte, lt, lte, eq *int64 }

func (s *span) decodeForm(n *node, path string) *apiError {
	read := func(n *node, path string) (*int64, *apiError) {
		v, err := strconv.ParseInt(n.scalar, 10, 64)
		if err != nil {
			return nil, reject("parameter_invalid_integer", path, "Invalid integer: %s", n.scalar)
		}
		return &v, nil
	}
	var fail *apiError
	if n.set {
		if len(n.keys) > 0 {
			return reject("", path, "Invalid integer or hash: it cannot be both")
		}
		s.eq, fail = read(n, path)
		return fail
	}
	for _, key := range n.keys {
		into := map[string]**int64{"gt": &s.gt, "gte": &s.gte, "lt": &s.lt, "lte": &s.lte}[key]
		if into == nil {
			return unknownParam(path + "[" + key + "]")
		}
		if *into, fail = read(n.kids[key], path+"["+key+"]"); fail != nil {
			return fail
		}
	}
	return nil
}

func (s *span) has(at int64) bool {
	return s == nil || (s.gt == nil || at > *s.gt) && (s.gte == nil || at >= *s.gte) &&
		(s.lt == nil || at < *s.lt) && (s.lte == nil || at <= *s.lte) && (s.eq == nil || at == *s.eq)
}

func unknownParam(path string) *apiError {
	return reject("parameter_unknown", path, "Received unknown parameter: %s", path)
}
