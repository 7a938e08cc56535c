// Package preference keeps what people have chosen for the pages that they work
// with: their language, their time zone, light or dark, whether single keys do
// something, and the lists that they come back to.
//
// Preferences hold for a person, whichever hat they wear. A View is a list as
// somebody likes to see it: the name of the page and the part of its address
// behind the question mark. It belongs to one person under one hat, so that what
// is saved for one seller never narrows the list of another. On each page at most
// one view is the default.
//
// Nothing here is shown to anybody else, and nothing else reads it. It is deleted
// when the person is erased.
package preference
