// Package extract makes files of lists: an extract has the rows that the filters of a
// list leave for whoever asks, newest first, and as much of each as the list shows.
//
// It asks the use cases that answer the list, page by page, as whoever asked for the
// file. So it holds no rules of its own about who sees what. Files are made by
// package export: some hundred rows are in memory at once, and a process that dies
// costs one page.
//
// An extract has no names, addresses or mail addresses of buyers. What a person has
// typed is written so that a spreadsheet does not take it for a formula.
package extract
