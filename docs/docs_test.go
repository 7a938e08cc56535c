// Package docs_test holds the pages of this folder to what the program does.
package docs_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/feed"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const root = ".."

// read returns the text of a file of the repository.
func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	require.NoError(t, err)
	return string(text)
}

// files lists the files of the repository with an extension, relative to it.
func files(t *testing.T, extension string) (names []string) {
	t.Helper()
	skipped := []string{"node_modules", "dist", "var", ".git", "testdata", "bin", "exec"}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && slices.Contains(skipped, d.Name()) {
			return errOrSkip(err)
		}
		if !d.IsDir() && strings.HasSuffix(name, extension) {
			names = append(names, name)
		}
		return nil
	})
	require.NoError(t, err)
	require.NotEmpty(t, names)
	return names
}

func errOrSkip(err error) error {
	if err != nil {
		return err
	}
	return fs.SkipDir
}

var (
	link    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	fence   = regexp.MustCompile("(?s)```.*?```")
	code    = regexp.MustCompile("`[^`\n]*`")
	heading = regexp.MustCompile(`(?m)^#+ (.+)$`)
	dropped = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// anchors are the names under which the headings of a page can be linked.
func anchors(text string) (names []string) {
	for _, m := range heading.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
		plain := dropped.ReplaceAllString(strings.ToLower(m[1]), "")
		names = append(names, strings.ReplaceAll(plain, " ", "-"))
	}
	return names
}

func TestPages_link_to_what_exists(t *testing.T) {
	t.Parallel()
	known := map[string][]string{} // what a page can be linked by, read once of each
	anchorsOf := func(page string) []string {
		if _, ok := known[page]; !ok {
			known[page] = anchors(read(t, page))
		}
		return known[page]
	}
	for _, name := range files(t, ".md") {
		text := code.ReplaceAllString(fence.ReplaceAllString(read(t, name), ""), "")
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], "://") || strings.HasPrefix(m[1], "mailto:") {
				continue
			}
			file, anchor, _ := strings.Cut(m[1], "#")
			target := name
			if file != "" {
				target = filepath.Join(filepath.Dir(name), file)
			}
			require.FileExists(t, filepath.Join(root, target), "%s links to %s", name, m[1])
			if anchor != "" {
				require.Contains(t, anchorsOf(target), anchor, "%s links to %s", name, m[1])
			}
		}
	}
}

// TestDecisions_are_numbered_once_and_listed_in_order: people cite them by number.
func TestDecisions_are_numbered_once_and_listed_in_order(t *testing.T) {
	t.Parallel()
	var names, numbers []string
	for _, name := range files(t, ".md") {
		if base := filepath.Base(name); strings.HasPrefix(name, "docs/adr/") && base != "README.md" {
			names, numbers = append(names, base), append(numbers, base[:4])
		}
	}
	slices.Sort(names)
	slices.Sort(numbers)
	require.Len(t, slices.Compact(slices.Clone(numbers)), len(numbers), "two decisions share a number: %v", numbers)
	var listed []string
	for _, m := range regexp.MustCompile(`(?m)^\| \[\d{4}\]\(([^)]+)\)`).FindAllStringSubmatch(read(t, "docs/adr/README.md"), -1) {
		listed = append(listed, m[1])
	}
	require.Equal(t, names, listed)
}

// otherWord finds the words that the glossary refuses.
var otherWord = regexp.MustCompile(`(?i)\b(vendor|merchant|shop|customer)s?\b`)

func TestPages_speak_the_words_of_the_glossary(t *testing.T) {
	t.Parallel()
	for _, name := range files(t, ".md") {
		if name == "docs/glossary.md" {
			continue // lists them
		}
		text := code.ReplaceAllString(fence.ReplaceAllString(read(t, name), ""), "")
		require.Empty(t, otherWord.FindAllString(text, -1), name)
	}
}

// Whatever another page or a comment calls by a heading must have it.
func TestPages_have_the_headings_that_the_house_rules_name(t *testing.T) {
	t.Parallel()
	named := regexp.MustCompile(`"(docs/[a-z]+\.md), ([A-Z][a-z ]+)"`)
	found := 0
	for _, name := range []string{"tidy_rules_test.go", "tidy_structure_test.go"} {
		for _, m := range named.FindAllStringSubmatch(read(t, name), -1) {
			require.Contains(t, read(t, m[1]), "\n## "+m[2]+"\n", "%s sends readers to %s, %s", name, m[1], m[2])
			found++
		}
	}
	require.Positive(t, found)
}

// rows are the cells of the tables under a heading, without the heads.
func rows(t *testing.T, text, under string) (cells [][]string) {
	t.Helper()
	_, text, ok := strings.Cut(text, under+"\n")
	require.True(t, ok, "there is no heading %q", under)
	if end := strings.Index(text, "\n#"); end >= 0 {
		text = text[:end]
	}
	head := true
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "|--"):
			head = false
		case strings.HasPrefix(line, "|") && !head:
			row := strings.Split(strings.Trim(line, "|"), "|")
			for i := range row {
				row[i] = strings.TrimSpace(row[i])
			}
			cells = append(cells, row)
		}
	}
	return cells
}

func TestEvents_are_all_listed_with_their_handlers(t *testing.T) {
	t.Parallel()
	named := regexp.MustCompile(`func \((\w+)\) EventName\(\) string \{ return "([a-z_.]+)" \}`)
	handled := regexp.MustCompile(`event\.On\("([a-z_.]+)"`)
	var events, handlers []string
	for _, name := range files(t, ".go") {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text := read(t, name)
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			events = append(events, m[2])
		}
		for _, m := range handled.FindAllStringSubmatch(text, -1) {
			handlers = append(handlers, m[1])
		}
	}
	for _, h := range feed.Handlers() { // named after their events
		handlers = append(handlers, h.Name)
	}
	var listedEvents, listedHandlers []string
	for _, row := range rows(t, read(t, "docs/events.md"), "# Events") {
		listedEvents = append(listedEvents, strings.Trim(row[0], "`"))
		for _, m := range code.FindAllString(row[2], -1) {
			listedHandlers = append(listedHandlers, strings.Trim(m, "`"))
		}
	}
	require.ElementsMatch(t, events, listedEvents)
	require.ElementsMatch(t, handlers, listedHandlers)
}

// An endpoint that lacks an event is told nothing of it, and nobody notices.
func TestOperations_subscribe_to_every_event_that_is_acted_on(t *testing.T) {
	t.Parallel()
	var acted, subscribed []string
	for _, m := range regexp.MustCompile(`"([a-z_]+(?:\.[a-z_]+)+)":\s+a\.`).FindAllStringSubmatch(read(t, "server/wiring.go"), -1) {
		acted = append(acted, m[1])
	}
	for _, m := range regexp.MustCompile(`enabled_events\[\]=([a-z_.]+)`).FindAllStringSubmatch(read(t, "docs/operations.md"), -1) {
		subscribed = append(subscribed, m[1])
	}
	require.NotEmpty(t, acted)
	require.ElementsMatch(t, acted, subscribed)
}

// TestArchitecture_works_its_example_as_the_program_does lives the story of the
// worked example and compares each entry of the ledger with the page.
func TestArchitecture_works_its_example_as_the_program_does(t *testing.T) {
	t.Parallel()
	want := rows(t, read(t, "docs/architecture.md"), "### A worked example")
	require.Greater(t, len(want), 10)
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := w.Buyer("Alice")
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, bowl := mill.Product("Tea", "12.49", 10), kiln.Product("Bowl", "30.00", 1)
		mill.Ships(alice.Buys(tea.Times(3), bowl.Times(1)))
		for range 21 {
			w.Advance(24 * time.Hour)
			w.Settle()
		}
		w.Balanced()
		require.Equal(t, want, entries(t, w, map[seller.ID]string{mill.ID: " Mill", kiln.ID: " Kiln"}))

		sums := map[string]int64{}
		lines, err := w.App.Ledger.TrialBalance(t.Context())
		require.NoError(t, err)
		for _, l := range lines {
			sums[l.Account] = l.AmountMinor
		}
		require.EqualValues(t, 3149, sums["stripe:available"])
		require.EqualValues(t, -2700, sums["pay:seller:held"])
		require.EqualValues(t, -300, sums["def:commission"])
		require.EqualValues(t, -149, sums["rev:commission"]+sums["exp:psp_fee"])
	})
}

// TestReadme_tells_how_many_statements_a_checkout_takes_at_most holds the number
// of the first page, also for a cart that takes the last of everything.
func TestReadme_tells_how_many_statements_a_checkout_takes_at_most(t *testing.T) {
	t.Parallel()
	told := regexp.MustCompile(`A cart of three sellers takes fewer than (\d+) SQL\s+statements`).FindStringSubmatch(read(t, "README.md"))
	require.NotNil(t, told)
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		var wishes []testkit.Wish
		for _, name := range []string{"Mill", "Kiln", "Loom"} {
			wishes = append(wishes, w.Seller(name).Product("Something of the "+name, "12.49", 2).Times(2))
		}
		alice := w.Buyer("Alice")
		cart := alice.Cart(wishes...)
		before := w.DB.Queries()
		_, err := alice.Complete(cart, "key")
		require.NoError(t, err)
		limit, err := strconv.ParseInt(told[1], 10, 64)
		require.NoError(t, err)
		require.Less(t, w.DB.Queries()-before, limit)
	})
}

// entries are the rows of the ledger, oldest first, as the page shows them.
func entries(t *testing.T, w *testkit.World, names map[seller.ID]string) (cells [][]string) {
	t.Helper()
	all, err := w.App.Ledger.Entries(t.Context(), ledger.EntryFilter{}, page.First(100))
	require.NoError(t, err)
	slices.Reverse(all.Nodes)
	for _, e := range all.Nodes {
		found, err := w.App.Ledger.JournalsByIDs(t.Context(), []ledger.JournalID{e.JournalID})
		require.NoError(t, err)
		day := int(e.PostedAt.Sub(testkit.Start) / (24 * time.Hour))
		debit, credit := fmt.Sprint(e.AmountMinor), ""
		if e.AmountMinor < 0 {
			debit, credit = "", fmt.Sprint(-e.AmountMinor)
		}
		cells = append(cells, []string{
			fmt.Sprint(day), "`" + string(found[e.JournalID].Kind) + "`", "`" + e.Account + "`" + names[e.SellerID], debit, credit,
		})
	}
	return cells
}
