// Package vault keeps a data key for each subject, such as a person. What is
// personal and has to stay in a place that is never changed, such as the audit
// log, is encrypted under the key of whom it is about; erasing the key erases
// all of it at once, wherever a copy is.
//
// A data key is 32 random bytes, made when it is needed first and sealed by the
// keyset of the installation (domain/seal). A key that was erased is never made
// again: what would be written about its subject from then on is not kept.
//
// A key of the installation itself has a name instead of an identifier as its
// subject. From it come keyed hashes and signatures.
package vault
