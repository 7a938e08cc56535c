// Package changes compares two versions of the GraphQL schema, says of each change
// whether it breaks clients, and writes the changelog of the schema from that. What
// counts as breaking is what graphql-js and GraphQL Inspector count, and besides
// that a field which asks for more than it did.
package changes
