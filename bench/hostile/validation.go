package hostile

import (
	"net/http"
	"strconv"
	"strings"
)

// validations are small or ordinary to look at, and dear to validate: the rules
// compare pairs, and walk what fragments share again from each place that reaches it.
func validations() []Attack {
	name := strings.Repeat("A", 200_000)
	alike := strings.Repeat("__typename ", 120)
	return []Attack{
		posted("480 fields alike in 980 inline fragments", "inline fragments are levels", large,
			"{viewer{"+inline(980, strings.Repeat("...{"+alike+"}", 4))+"}}", nil),
		posted("480 fields alike in 14 inline fragments", "pairs of fields alike are counted, for each fragment around them", large,
			"{viewer{"+inline(14, strings.Repeat("...{"+alike+"}", 4))+"}}", nil),
		posted("480 fields alike in a chain of 59 fragments", "pairs of fields alike are counted, for each fragment that reaches them", large,
			"{viewer{...f"+number(0)+"}}"+chain("Viewer", 59, strings.Repeat("...{"+alike+"}", 4)), nil),
		posted("a fragment of 3,970 fields that is not used", "fragments are measured, used or not", large,
			"{__typename} fragment f on Query{"+strings.Repeat("__typename ", 3970)+"}", nil),
		posted("two fragments of one name, the first of 3,950 fields", "fragments are measured, whatever they are called", large,
			"{...f} fragment f on Query{"+strings.Repeat("__typename ", 3950)+"} fragment f on Query{__typename}", nil),
		posted("25 fragments of 148 fields that are not used", "pairs of fields alike are counted over the whole document", large,
			"{__typename}"+many(25, " fragment § on Query{"+strings.Repeat("__typename ", 148)+"}"), nil),
		posted("1,900 spreads of fragments that there are not", "spreads are counted as fields", large, "{viewer{"+inlineRows(13, 146, "...§ ")+"}}", nil),
		posted("a list of 3,300 wrong values behind 59 fragments", "values are counted, for each fragment that reaches them", large,
			"{...f"+number(0)+"}"+chain("Query", 59, "nodes(ids:["+strings.Repeat("true ", 3300)+"]){id}"), nil),
		posted("a text of 200 KB behind 59 fragments", "texts are counted by their length", large,
			"{...f"+number(0)+"}"+chain("Query", 59, `nodes(ids:RED,ids:"`+name+`"){id}`), nil),
		posted("two fields of 900 arguments each in 14 inline fragments", "pairs are counted with the arguments that are compared", large,
			"{"+inline(14, strings.Repeat("node("+strings.Repeat("id:1 ", 640)+"){id} ", 2))+"}", nil),
		posted("1,200 circles of 58 long names", "circles are refused before names are told", invalid, circles(58, 1200), nil),
		posted("an operation of 200 KB that lacks a variable 450 times", "names are bounded", large,
			"query "+name+"{"+strings.Repeat("node(id:$x){id} ", 30)+"viewer{"+inlineRows(3, 140, "a(b:$x) ")+"}}", nil),
		posted("a type of 200 KB", "names are bounded, and nothing like them is looked for", large, "{...f} fragment f on "+name+"{__typename}", nil),
		posted("an argument of 200 KB", "names are bounded, and nothing like them is looked for", large, "{products("+name+":1){nodes{id}}}", nil),
		posted("an input field of 200 KB", "names are bounded, and nothing like them is looked for", large, "{productSearch(filter:{"+name+":1}){facets{count}}}", nil),
		posted("an enum value of 200 KB", "names are bounded, and nothing like them is looked for", large, "{productSearch(filter:{},sort:"+name+"){facets{count}}}", nil),
		posted("a text of 200 KB for an enum value", "nothing like it is looked for", invalid, `{productSearch(filter:{},sort:"`+name+`"){facets{count}}}`, nil),
		posted("a type of 900 lists for a variable that is used 300 times", "lists of a type are levels", large,
			"query($x:"+strings.Repeat("[", 900)+"Int"+strings.Repeat("]", 900)+"){viewer{"+inlineRows(3, 100, "a(b:$x) ")+"}}", nil),
		posted("a directive of 200 KB", "names are bounded", large, "{__typename @"+name+"}", nil),
		posted("3,900 directives of an operation", "the directives of one place are counted", large, "query @x"+strings.Repeat(" @x", 1900)+"{__typename}", nil),
		posted("1,900 directives of a fragment", "the directives of one place are counted", large, "{...f} fragment f on Query"+strings.Repeat(" @x", 1900)+"{__typename}", nil),
		posted("1,900 directives of a variable", "the directives of one place are counted", large, "query($a:Int"+strings.Repeat(" @x", 1900)+"){__typename}", nil),
		posted("80,000 comments", "the tokens run out: comments are some", parse, "{__typename "+strings.Repeat("#\n", 80_000)+"}", nil),
		posted("3,900 comments before one of 240 KB", "read once", "",
			"{__typename "+strings.Repeat("#\n", 3900)+`#\u`+strings.Repeat("x", 240_000)+"\n}", nil),
		posted("3,800 block texts before one of 150 KB", "priced before it runs", cost,
			`{nodes(ids:[`+strings.Repeat(`"""a""" `, 3800)+`"""\u \""" `+strings.Repeat("x", 150_000)+`"""]){id}}`, nil),
		raw("120,000 ids", "values are counted before anything makes room for them", http.StatusBadRequest, bad,
			`{"query":"query($ids:[ID!]!){nodes(ids:$ids){id}}","variables":{"ids":[`+strings.Repeat("0,", 120_000)+`0]}}`),
		posted("40 lists of 80 values", "priced before it runs", cost, "{"+many(40, "§:nodes(ids:["+strings.Repeat("1 ", 80)+"]){id} ")+"}", nil),
		posted("a list of lists of lists, 900 deep, of 2,000 values", "lists in a value are levels", large,
			"{nodes(ids:"+strings.Repeat("[", 900)+strings.Repeat("1 ", 2000)+strings.Repeat("]", 900)+"){id}}", nil),
		posted("60 variables with 30 values each that nobody uses", "ten errors are told", invalid,
			"query("+many(60, "$§:[Int!]=["+strings.Repeat(`"" `, 30)+"] ")+"){__typename}", nil),
		posted("conflicts of 300 fields", "pairs of fields alike are counted", large, "{viewer{"+inlineRows(6, 50, "a(b:§) ")+"}}", nil),
		posted("a block text of 60,000 lines", "read once", "", `query($q:String!){sellerBySlug(slug:$q){id}}`,
			map[string]any{"q": strings.Repeat("\n ", 60_000)}),
		posted("a block text of 60,000 lines in the document", "read once", "", `{sellerBySlug(slug:"""`+strings.Repeat("\n a", 60_000)+`"""){id}}`, nil),
	}
}

// inline is a selection in so many inline fragments, one within the other.
func inline(levels int, selection string) string {
	return strings.Repeat("...{", levels) + selection + strings.Repeat("}", levels)
}

// inlineRows are inline fragments side by side, each with so many of a text, with §
// in it counted up.
func inlineRows(rows, each int, text string) string {
	var b strings.Builder
	for i := range rows {
		b.WriteString("...{")
		for j := range each {
			b.WriteString(strings.ReplaceAll(text, "§", "n"+number(i*each+j)))
		}
		b.WriteString("}")
	}
	return b.String()
}

// chain are fragments on a type each of which spreads the next one, and a selection
// in the last.
func chain(on string, fragments int, selection string) string {
	var b strings.Builder
	for i := range fragments - 1 {
		b.WriteString(" fragment f" + number(i) + " on " + on + "{...f" + number(i+1) + "}")
	}
	b.WriteString(" fragment f" + number(fragments-1) + " on " + on + "{" + selection + "}")
	return b.String()
}

// circles are fragments with long names each of which spreads the next one, and the
// last of which spreads the first so many times.
func circles(fragments, times int) string {
	long := func(i int) string { return "f" + strings.Repeat("x", 2000) + strconv.Itoa(i) }
	var b strings.Builder
	b.WriteString("{...a} fragment a on Query{..." + long(0) + "}")
	for i := range fragments - 1 {
		b.WriteString(" fragment " + long(i) + " on Query{..." + long(i+1) + "}")
	}
	b.WriteString(" fragment " + long(fragments-1) + " on Query{" + strings.Repeat("...a ", times) + "}")
	return b.String()
}
