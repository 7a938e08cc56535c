import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What the payment provider calls things, by how its names begin or end, and what people call them. The first that fits. */
const words: [RegExp, MessageDescriptor][] = [
	[/verification\.additional_document/, msg`A second proof of identity, such as a bill with the address`],
	[/company\.verification\.document/, msg`A document that proves the business`],
	[/verification\.document|documents/, msg`A photo of an identity document`],
	[/external_account/, msg`The bank account that you are paid to`],
	[/tos_acceptance/, msg`Your agreement to the terms of Stripe`],
	[
		/business_profile\.url|business_profile\.product_description/,
		msg`A web page, or a few words on what you sell`,
	],
	[/business_profile\.mcc/, msg`The line of business`],
	[/business_profile/, msg`More about the business`],
	[/business_type/, msg`Whether you are a company or a person`],
	[/company\.tax_id|company\.vat_id/, msg`The tax number of the business`],
	[/company\.registration_number/, msg`The number in the trade register`],
	[/company\.name/, msg`The name of the business`],
	[/company\.phone/, msg`The telephone number of the business`],
	[/company\.address/, msg`The address of the business`],
	[/owners|ownership/, msg`Who owns the business`],
	[/directors|executives/, msg`Who runs the business`],
	[/\.dob\./, msg`A date of birth`],
	[/\.(first_name|last_name|full_name)/, msg`The name of a person`],
	[/\.address/, msg`The address of a person`],
	[/\.(ssn_last_4|id_number)/, msg`The personal tax or identity number`],
	[/\.phone/, msg`The telephone number of a person`],
	[/\.email/, msg`The email address of a person`],
	[/\.relationship|\.title/, msg`What a person does in the business`],
	[/representative|person_/, msg`Who speaks for the business`],
];

const others = msg`Something else that Stripe's form asks for`;

/** What the provider waits for, in plain words, each once. */
export function requirementsInWords(names: string[]): MessageDescriptor[] {
	const found = names.map((name) => words.find(([pattern]) => pattern.test(name))?.[1] ?? others);
	return [...new Set(found)];
}
