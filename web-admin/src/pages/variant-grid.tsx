import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { combinations, variantsAtOnce, wordsOf } from "@/lib/catalog";
import { typedMoney } from "@/lib/format";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";

export type OptionDraft = { key: string; name: string; values: string };
type RowDraft = { price: string; sku: string; quantity: string };

/** The options of a new product, and what was typed for each combination of their values. */
export type VariantsDraft = { options: OptionDraft[]; rows: Record<string, RowDraft> };

export const noVariants: VariantsDraft = { options: [], rows: {} };

const emptyRow: RowDraft = { price: "", sku: "", quantity: "" };
const keyOf = (values: string[]) => values.join("\u001f");

/** The options that have a name and values. */
const usedOptions = ({ options }: VariantsDraft) =>
	options
		.map(({ name, values }) => ({ name: name.trim(), values: wordsOf(values) }))
		.filter(({ name, values }) => name !== "" && values.length > 0);

/** The variants that a draft makes, without making more than there may be. */
function variantsOf(draft: VariantsDraft): string[][] {
	const options = usedOptions(draft);
	const count = options.reduce((product, { values }) => product * values.length, 1);
	return count > variantsAtOnce ? [] : combinations(options.map(({ values }) => values));
}

/** Whether a draft can be sent: not too many variants, and no option that is half there. */
export function isComplete(draft: VariantsDraft): boolean {
	return variantsOf(draft).length > 0 && usedOptions(draft).length === draft.options.length;
}

/** The draft as the API takes it. A variant without a price is described and not offered. */
export function variantsInput(draft: VariantsDraft, currencyCode: string) {
	return {
		optionNames: usedOptions(draft).map(({ name }) => name),
		variants: variantsOf(draft).map((optionValues) => {
			const { price, sku, quantity } = draft.rows[keyOf(optionValues)] ?? emptyRow;
			return {
				optionValues,
				offer: price.trim()
					? {
							price: typedMoney(price, currencyCode),
							sku: sku.trim() || undefined,
							quantity: Number.parseInt(quantity, 10) || 0,
						}
					: undefined,
			};
		}),
	};
}

type GridProps = {
	draft: VariantsDraft;
	currencyCode: string;
	onChange: (draft: VariantsDraft) => void;
	/** What is wrong with a variant, by its place. */
	faults: Record<number, string>;
};

/** Options, and a row for each variant that they make. */
export function VariantGrid({ draft, currencyCode, onChange, faults }: GridProps) {
	const { t } = useLingui();
	const variants = variantsOf(draft);
	const setRow = (values: string[], change: Partial<RowDraft>) => {
		const key = keyOf(values);
		onChange({ ...draft, rows: { ...draft.rows, [key]: { ...(draft.rows[key] ?? emptyRow), ...change } } });
	};
	const setAll = (change: Partial<RowDraft>) => {
		const rows = { ...draft.rows };
		for (const values of variants) {
			const key = keyOf(values);
			rows[key] = { ...(rows[key] ?? emptyRow), ...change };
		}
		onChange({ ...draft, rows });
	};
	return (
		<div className="flex flex-col gap-4">
			<OptionFields draft={draft} onChange={onChange} />
			{variants.length === 0 && (
				<p role="alert" className="text-danger">
					<Trans>These options make more than {variantsAtOnce} variants. Leave some values out.</Trans>
				</p>
			)}
			{variants.length > 1 && (
				<>
					<p role="status" className="font-semibold">
						{t`${plural(variants.length, { one: "# variant", other: "# variants" })}`}
					</p>
					<ForAll currencyCode={currencyCode} onSet={setAll} />
				</>
			)}
			<ul aria-label={t`Variants`} className="flex flex-col divide-y divide-line">
				{variants.map((values, index) => {
					const key = keyOf(values);
					const row = draft.rows[key] ?? emptyRow;
					const title = values.join(" / ");
					return (
						<li key={key} className="py-3 first:pt-0 last:pb-0">
							<fieldset className="flex flex-wrap items-end gap-3">
								<legend className={title ? "mb-1 font-semibold" : "sr-only"}>
									{title || t`The only variant`}
								</legend>
								<TextField
									className="w-32"
									label={t`Price in ${currencyCode}`}
									inputMode="decimal"
									value={row.price}
									onChange={(price) => setRow(values, { price })}
								/>
								<TextField
									className="w-28"
									label={t`In stock`}
									inputMode="numeric"
									pattern="[0-9]*"
									value={row.quantity}
									onChange={(quantity) => setRow(values, { quantity })}
								/>
								<TextField
									className="min-w-40 flex-1"
									label={t`SKU`}
									maxLength={120}
									value={row.sku}
									onChange={(sku) => setRow(values, { sku })}
								/>
							</fieldset>
							{faults[index] && (
								<p role="alert" className="mt-1 text-sm text-danger">
									{faults[index]}
								</p>
							)}
						</li>
					);
				})}
			</ul>
			<p className="text-xs text-muted">
				<Trans>A variant without a price is not for sale yet.</Trans>
			</p>
		</div>
	);
}

function OptionFields({ draft, onChange }: Pick<GridProps, "draft" | "onChange">) {
	const { t } = useLingui();
	const set = (key: string, change: Partial<OptionDraft>) =>
		onChange({
			...draft,
			options: draft.options.map((option) => (option.key === key ? { ...option, ...change } : option)),
		});
	return (
		<div className="flex flex-col gap-3">
			<p className="text-muted">
				<Trans>
					Does it come in sizes, colours or the like? Add an option for each. Without options there is one
					variant.
				</Trans>
			</p>
			{draft.options.map((option, index) => {
				const number = index + 1;
				return (
					<div key={option.key} className="flex flex-wrap items-end gap-3">
						<TextField
							className="w-40"
							label={t`Name of option ${number}`}
							placeholder={t`Size`}
							maxLength={120}
							value={option.name}
							onChange={(name) => set(option.key, { name })}
						/>
						<TextField
							className="min-w-48 flex-1"
							label={t`Values of option ${number}, with commas`}
							placeholder={t`S, M, L`}
							value={option.values}
							onChange={(values) => set(option.key, { values })}
						/>
						<Button
							look="quiet"
							isIcon
							aria-label={t`Remove option ${number}`}
							onPress={() =>
								onChange({ ...draft, options: draft.options.filter(({ key }) => key !== option.key) })
							}
						>
							<Trash2 aria-hidden="true" className="size-4" />
						</Button>
					</div>
				);
			})}
			{draft.options.length < 3 && (
				<Button
					className="self-start"
					onPress={() =>
						onChange({
							...draft,
							options: [...draft.options, { key: crypto.randomUUID(), name: "", values: "" }],
						})
					}
				>
					<Plus aria-hidden="true" className="size-4" />
					<Trans>Add an option</Trans>
				</Button>
			)}
		</div>
	);
}

function ForAll({ currencyCode, onSet }: { currencyCode: string; onSet: (row: Partial<RowDraft>) => void }) {
	const { t } = useLingui();
	const [price, setPrice] = useState("");
	const [quantity, setQuantity] = useState("");
	return (
		<fieldset className="flex flex-wrap items-end gap-3 rounded-md bg-bg p-3">
			<legend className="sr-only">{t`The same for all variants`}</legend>
			<TextField
				className="w-40"
				label={t`Price for all, in ${currencyCode}`}
				inputMode="decimal"
				value={price}
				onChange={setPrice}
			/>
			<TextField
				className="w-32"
				label={t`In stock for all`}
				inputMode="numeric"
				pattern="[0-9]*"
				value={quantity}
				onChange={setQuantity}
			/>
			<Button
				isDisabled={!price && !quantity}
				onPress={() => onSet({ ...(price && { price }), ...(quantity && { quantity }) })}
			>
				<Trans>Write into all</Trans>
			</Button>
		</fieldset>
	);
}
