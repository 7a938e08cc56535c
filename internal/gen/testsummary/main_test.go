package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func summarize(t *testing.T, events ...string) (s *summary, printed string) {
	t.Helper()
	var out strings.Builder
	s = newSummary(&out)
	require.NoError(t, s.read(strings.NewReader(strings.Join(events, "\n"))))
	s.print(&out)
	return s, out.String()
}

func TestSummary_ends_with_the_counts(t *testing.T) {
	t.Parallel()
	s, printed := summarize(t,
		"go test -json ./...",
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"it says something\n"}`,
		`{"Action":"pass","Package":"m/a","Test":"TestOne"}`,
		`{"Action":"skip","Package":"m/a","Test":"TestTwo"}`,
		`{"Action":"output","Package":"m/a","Output":"ok  \tm/a\t0.1s\n"}`,
		`{"Action":"pass","Package":"m/a"}`,
		`{"Action":"skip","Package":"m/none"}`)
	require.Zero(t, s.failed)
	require.Equal(t, "ok  \tm/a\t0.1s\n1 packages tested, 1 without tests, 1 tests skipped\n1 passed, 0 failed\n", printed)
}

func TestSummary_tells_what_a_failed_test_has_said(t *testing.T) {
	t.Parallel()
	_, printed := summarize(t,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"one is not two\n"}`,
		`{"Action":"fail","Package":"m/a","Test":"TestOne"}`,
		`{"Action":"output","Package":"m/a","Output":"FAIL\tm/a\t0.1s\n"}`,
		`{"Action":"fail","Package":"m/a"}`)
	require.Contains(t, printed, "FAIL m/a TestOne\none is not two\n")
	require.True(t, strings.HasSuffix(printed, "\n0 passed, 1 failed\n"), "the package is not counted once more: %s", printed)
}

func TestSummary_counts_a_package_that_ended_without_a_failed_test(t *testing.T) {
	t.Parallel()
	_, printed := summarize(t,
		`{"Action":"output","Package":"m/a","Output":"panic: in TestMain\n"}`,
		`{"Action":"fail","Package":"m/a"}`,
		`{"ImportPath":"m/b","Action":"build-output","Output":"b.go:1: no\n"}`,
		`{"ImportPath":"m/b","Action":"build-fail"}`,
		`{"Action":"fail","Package":"m/b","FailedBuild":"m/b"}`)
	require.Contains(t, printed, "panic: in TestMain")
	require.Contains(t, printed, "b.go:1: no")
	require.True(t, strings.HasSuffix(printed, "\n0 passed, 2 failed\n"), printed)
}

// So a run of go test looks whose tests wait for ever.
func TestSummary_names_the_tests_that_hung(t *testing.T) {
	t.Parallel()
	_, printed := summarize(t,
		`{"Action":"output","Package":"m/a","Test":"TestOther","Output":"=== RUN TestOther\n"}`,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"a log\n"}`,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"panic: test timed out after 30m0s\n"}`,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"\trunning tests:\n"}`,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"\t\tTestTwo (30m0s)\n"}`,
		`{"Action":"output","Package":"m/a","Output":"FAIL\tm/a\t1800.3s\n"}`,
		`{"Action":"fail","Package":"m/a"}`)
	require.Contains(t, printed, "package m/a\npanic: test timed out after 30m0s\n\trunning tests:\n\t\tTestTwo (30m0s)\nFAIL\tm/a\t1800.3s\n")
	require.NotContains(t, printed, "a log")
}

func TestSummary_says_once_more_what_failed_after_all_the_logs(t *testing.T) {
	t.Parallel()
	_, printed := summarize(t,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"=== RUN TestOne\n"}`,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"one is not two\n"}`,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"`+strings.Repeat(`a log\n`, 100)+`"}`,
		`{"Action":"output","Package":"m/a","Test":"TestOne","Output":"the last of the log\n"}`,
		`{"Action":"fail","Package":"m/a","Test":"TestOne"}`)
	_, end, _ := strings.Cut(printed, "the last of the log\n")
	require.True(t, strings.HasPrefix(strings.TrimSpace(end), "m/a TestOne\none is not two\na log\n"), end)
	require.Less(t, strings.Count(end, "\n"), 30)
}
