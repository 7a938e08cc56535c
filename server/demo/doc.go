// Package demo fills a marketplace with people and goods that do not exist, for
// development, benchmarks and demonstrations. Everything is made through the
// use cases that people use, so what it makes is what could have happened; but for
// FillWithOrders, most of whose orders are copies of such ones. The
// same options make the same marketplace.
package demo
