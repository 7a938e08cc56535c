/**
 * The language of numbers and dates. Arabic ones have Latin digits: order numbers, account numbers and
 * what is typed have them, and two kinds of digits in one row are read wrong.
 */
export function numerals(locale: string): string {
	return locale === "ar" ? "ar-u-nu-latn" : locale;
}
