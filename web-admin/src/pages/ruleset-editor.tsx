import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { AdminRulesetSaveDocument } from "@/gql/graphql";
import {
	type Draft,
	draftInput,
	type FeeDraft,
	lists,
	newAmounts,
	newFee,
	newRule,
	newTier,
	type RuleDraft,
} from "@/lib/commission-draft";
import { useHatMutation } from "@/lib/hat";
import { commissionConditions, commissionMeasures, commissionRefunds } from "@/lib/labels";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { notify } from "@/ui/notice";
import { Panel, Section } from "@/ui/panel";
import { Choose } from "@/ui/select";
import { FormFailure } from "./failure";
import { LeaveGuard } from "./leave-guard";

type EditorProps = {
	/** What it begins with. */
	draft: Draft;
	/** The draft that is replaced; a new one is made without it. */
	id?: string;
	/** The revision of it that is seen here: one that was saved meanwhile is not replaced. */
	revision?: number;
	onSaved: (id: string) => void;
	onCancel: () => void;
};

/** Changes the rules of a draft, and their order. */
export function RulesetEditor({ draft: first, id, revision, onSaved, onCancel }: EditorProps) {
	const { t } = useLingui();
	const [given] = useState(first);
	const [seen] = useState(revision);
	const [draft, setDraft] = useState(given);
	const save = useHatMutation(AdminRulesetSaveDocument, ["commission"]);
	const { rules, buyerFees } = draft;
	const setRules = (next: RuleDraft[]) => setDraft({ ...draft, rules: next });
	const move = (from: number, to: number) => {
		const next = rules.filter((_, index) => index !== from);
		const moved = rules[from];
		if (moved) setRules([...next.slice(0, to), moved, ...next.slice(to)]);
	};
	const submit = () =>
		save.mutate(
			{ input: { ...draftInput(draft, id), revision: seen } },
			{
				onSuccess: ({ commissionRulesetSave: answer }) => {
					if (!answer?.ruleset) return;
					notify(t`The draft is saved.`);
					onSaved(answer.ruleset.id);
				},
			},
		);
	return (
		<Form
			className="flex flex-col gap-4"
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				submit();
			}}
		>
			<LeaveGuard
				isDirty={!save.isSuccess && draft !== given}
				draft={{
					form: "ruleset",
					of: id ?? "new",
					saved: given,
					value: draft,
					names: { note: t`Note`, rules: t`Rules`, buyerFees: t`Buyers pay on top` },
					onFill: (fields) => setDraft((now) => ({ ...now, ...fields })),
					onDiscard: () => setDraft(given),
				}}
			/>
			<TextField
				label={t`Note`}
				hint={t`What it is for.`}
				maxLength={1000}
				value={draft.note}
				onChange={(note) => setDraft({ ...draft, note })}
			/>
			<Section title={t`Rules`}>
				<p className="text-muted">
					<Trans>
						A line of an order is charged by the first rule that fits it. One that none fits is free, so the
						last rule usually fits all.
					</Trans>
				</p>
				<ol className="flex flex-col gap-3">
					{rules.map((rule, index) => (
						<li key={rule.key}>
							<RulePanel
								rule={rule}
								place={index}
								count={rules.length}
								onChange={(next) => setRules(rules.map((each) => (each.key === rule.key ? next : each)))}
								onMove={(to) => move(index, to)}
								onRemove={() => setRules(rules.filter((each) => each.key !== rule.key))}
							/>
						</li>
					))}
				</ol>
				<AddButton onPress={() => setRules([...rules, newRule()])}>{t`Add a rule`}</AddButton>
			</Section>
			<Section title={t`Buyers pay on top`}>
				<p className="text-muted">
					<Trans>
						A fee of the platform that is added to each order in its currency. Without one, buyers pay nothing
						on top.
					</Trans>
				</p>
				{buyerFees.map((fee) => (
					<FeeRow
						key={fee.key}
						fee={fee}
						onChange={(next) =>
							setDraft({ ...draft, buyerFees: buyerFees.map((each) => (each.key === fee.key ? next : each)) })
						}
						onRemove={() =>
							setDraft({ ...draft, buyerFees: buyerFees.filter((each) => each.key !== fee.key) })
						}
					/>
				))}
				<AddButton onPress={() => setDraft({ ...draft, buyerFees: [...buyerFees, newFee()] })}>
					{t`Add a fee for a currency`}
				</AddButton>
			</Section>
			<FormFailure error={save.error} />
			<div className="flex flex-wrap justify-end gap-2">
				<Button onPress={onCancel} isDisabled={save.isPending}>
					<Trans>Cancel</Trans>
				</Button>
				<Button type="submit" look="primary" isDisabled={save.isPending}>
					<Trans>Save the draft</Trans>
				</Button>
			</div>
		</Form>
	);
}

function AddButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
	return (
		<Button className="self-start" onPress={onPress}>
			<Plus aria-hidden="true" className="size-4" />
			{children}
		</Button>
	);
}

type RulePanelProps = {
	rule: RuleDraft;
	/** Its place among the rules, from 0. */
	place: number;
	count: number;
	onChange: (rule: RuleDraft) => void;
	onMove: (to: number) => void;
	onRemove: () => void;
};

function RulePanel({ rule, place, count, onChange, onMove, onRemove }: RulePanelProps) {
	const { t } = useLingui();
	const number = place + 1;
	const set = (change: Partial<RuleDraft>) => onChange({ ...rule, ...change });
	const deeds = useRef<HTMLSpanElement>(null);
	const pressed = useRef<number | null>(null);
	useEffect(() => {
		if (pressed.current === null) return;
		// At the end of its way a button is switched off: the next one has the focus then, not nobody.
		const buttons = [...(deeds.current?.querySelectorAll("button") ?? [])];
		const button = buttons[pressed.current];
		pressed.current = null;
		(button?.disabled ? buttons.find((each) => !each.disabled) : button)?.focus();
	});
	const move = (button: number, to: number) => {
		pressed.current = button;
		onMove(to);
	};
	return (
		<Panel
			title={t`Rule ${number}`}
			action={
				<span ref={deeds} className="flex gap-1">
					<Button
						look="quiet"
						isIcon
						aria-label={t`Try rule ${number} earlier`}
						isDisabled={place === 0}
						onPress={() => move(0, place - 1)}
					>
						<ArrowUp aria-hidden="true" className="size-4" />
					</Button>
					<Button
						look="quiet"
						isIcon
						aria-label={t`Try rule ${number} later`}
						isDisabled={place === count - 1}
						onPress={() => move(1, place + 1)}
					>
						<ArrowDown aria-hidden="true" className="size-4" />
					</Button>
					<Button
						look="quiet"
						isIcon
						aria-label={t`Remove rule ${number}`}
						isDisabled={count === 1}
						onPress={onRemove}
					>
						<Trash2 aria-hidden="true" className="size-4" />
					</Button>
				</span>
			}
		>
			<div className="flex flex-col gap-4">
				<div className="grid gap-4 sm:grid-cols-2">
					<TextField
						label={t`Name`}
						isRequired
						maxLength={120}
						value={rule.name}
						onChange={(name) => set({ name })}
					/>
					<PercentField
						label={t`Commission, in percent`}
						value={rule.percent}
						onChange={(percent) => set({ percent })}
					/>
				</div>
				<Conditions rule={rule} set={set} />
				<Tiers rule={rule} set={set} />
				<Amounts rule={rule} set={set} />
				<More rule={rule} set={set} />
			</div>
		</Panel>
	);
}

type PartProps = { rule: RuleDraft; set: (change: Partial<RuleDraft>) => void };

/** A part of a rule that most rules do not need: closed until somebody opens it, or it holds something. */
function Part({ title, isUsed, children }: { title: string; isUsed: boolean; children: ReactNode }) {
	return (
		<details open={isUsed} className="rounded-md border border-line">
			<summary className="cursor-pointer px-3 py-2 font-medium">{title}</summary>
			<div className="flex flex-col gap-4 p-3">{children}</div>
		</details>
	);
}

function PercentField({
	label,
	value,
	onChange,
}: {
	label: string;
	value: string;
	onChange: (text: string) => void;
}) {
	return (
		<TextField
			label={label}
			type="number"
			bounds={{ min: 0, max: 100, step: "0.01" }}
			isRequired
			value={value}
			onChange={onChange}
		/>
	);
}

function CurrencyField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
	const { t } = useLingui();
	return (
		<TextField
			label={t`Currency`}
			placeholder="EUR"
			maxLength={3}
			isRequired
			value={value}
			onChange={onChange}
		/>
	);
}

function AmountField({
	label,
	value,
	onChange,
}: {
	label: string;
	value: string;
	onChange: (text: string) => void;
}) {
	return <TextField label={label} inputMode="decimal" value={value} onChange={onChange} />;
}

function Conditions({ rule, set }: PartProps) {
	const { t, i18n } = useLingui();
	const { band } = rule;
	const isBanded = band.from !== "" || band.below !== "";
	const [isUsed] = useState(() => isBanded || lists.some((name) => rule.lists[name] !== ""));
	return (
		<Part title={t`Only for some lines`} isUsed={isUsed}>
			<p className="text-muted">
				<Trans>One value a line. Of each list one has to fit; an empty list fits all.</Trans>
			</p>
			<div className="grid gap-4 sm:grid-cols-2">
				{lists.map((name) => (
					<TextField
						key={name}
						label={i18n._(commissionConditions[name])}
						rows={2}
						value={rule.lists[name]}
						onChange={(text) => set({ lists: { ...rule.lists, [name]: text } })}
					/>
				))}
			</div>
			<div className="grid gap-4 sm:grid-cols-3">
				<AmountField
					label={t`Price of one from`}
					value={band.from}
					onChange={(from) => set({ band: { ...band, from } })}
				/>
				<AmountField
					label={t`Price of one below`}
					value={band.below}
					onChange={(below) => set({ band: { ...band, below } })}
				/>
				<TextField
					label={t`Currency of the price`}
					placeholder="EUR"
					maxLength={3}
					isRequired={isBanded}
					value={band.currencyCode}
					onChange={(currencyCode) => set({ band: { ...band, currencyCode } })}
				/>
			</div>
		</Part>
	);
}

function Tiers({ rule, set }: PartProps) {
	const { t, i18n } = useLingui();
	const { tiers } = rule;
	const [isUsed] = useState(rule.tiersBy !== "");
	const setTier = (key: string, change: object) =>
		set({ tiers: tiers.map((tier) => (tier.key === key ? { ...tier, ...change } : tier)) });
	return (
		<Part title={t`Rates that change with the amount`} isUsed={isUsed}>
			<Choose
				label={t`Chosen by`}
				value={rule.tiersBy || "NONE"}
				labels={{
					NONE: t`Nothing: one rate`,
					LINE_VALUE: i18n._(commissionMeasures.LINE_VALUE),
					SELLER_VOLUME: i18n._(commissionMeasures.SELLER_VOLUME),
				}}
				onChange={(by) =>
					set({ tiersBy: by === "NONE" ? "" : by, tiers: tiers.length > 0 ? tiers : [newTier()] })
				}
			/>
			{rule.tiersBy === "SELLER_VOLUME" && (
				<TextField
					label={t`Days that count`}
					type="number"
					bounds={{ min: 1, max: 366 }}
					isRequired
					value={rule.days}
					onChange={(days) => set({ days })}
				/>
			)}
			{rule.tiersBy !== "" && (
				<>
					<Checkbox isSelected={rule.isMarginal} onChange={(isMarginal) => set({ isMarginal })}>
						<Trans>Each slice at its own rate</Trans>
					</Checkbox>
					{tiers.map((tier) => (
						<Row
							key={tier.key}
							name={t`rate`}
							onRemove={() => set({ tiers: tiers.filter((each) => each !== tier) })}
						>
							<AmountField
								label={t({ message: "From", context: "amount of a tier" })}
								value={tier.from}
								onChange={(from) => setTier(tier.key, { from })}
							/>
							<CurrencyField
								value={tier.currencyCode}
								onChange={(currencyCode) => setTier(tier.key, { currencyCode })}
							/>
							<PercentField
								label={t`Percent`}
								value={tier.percent}
								onChange={(percent) => setTier(tier.key, { percent })}
							/>
						</Row>
					))}
					<AddButton onPress={() => set({ tiers: [...tiers, newTier()] })}>{t`Add a rate`}</AddButton>
				</>
			)}
		</Part>
	);
}

function Amounts({ rule, set }: PartProps) {
	const { t } = useLingui();
	const { amounts } = rule;
	const [isUsed] = useState(amounts.length > 0);
	const setAmounts = (key: string, change: object) =>
		set({ amounts: amounts.map((each) => (each.key === key ? { ...each, ...change } : each)) });
	return (
		<Part title={t`Fixed amounts, minimum and maximum`} isUsed={isUsed}>
			{amounts.map((each) => (
				<Row
					key={each.key}
					name={t`amounts`}
					onRemove={() => set({ amounts: amounts.filter((other) => other !== each) })}
				>
					<CurrencyField
						value={each.currencyCode}
						onChange={(currencyCode) => setAmounts(each.key, { currencyCode })}
					/>
					<AmountField
						label={t`Each piece`}
						value={each.perUnit}
						onChange={(perUnit) => setAmounts(each.key, { perUnit })}
					/>
					<AmountField
						label={t`Each line`}
						value={each.perLine}
						onChange={(perLine) => setAmounts(each.key, { perLine })}
					/>
					<AmountField
						label={t`Each order`}
						value={each.perOrder}
						onChange={(perOrder) => setAmounts(each.key, { perOrder })}
					/>
					<AmountField
						label={t`At least`}
						value={each.floor}
						onChange={(floor) => setAmounts(each.key, { floor })}
					/>
					<AmountField
						label={t`At most`}
						value={each.cap}
						onChange={(cap) => setAmounts(each.key, { cap })}
					/>
				</Row>
			))}
			<AddButton onPress={() => set({ amounts: [...amounts, newAmounts()] })}>
				{t`Add amounts for a currency`}
			</AddButton>
		</Part>
	);
}

function More({ rule, set }: PartProps) {
	const { t } = useLingui();
	const { base } = rule;
	const [isUsed] = useState(
		base.beforeDiscount ||
			base.withTax ||
			base.withShipping ||
			rule.vatPercent !== "0" ||
			rule.refund !== "RETURN_ALL",
	);
	const setBase = (change: Partial<RuleDraft["base"]>) => set({ base: { ...base, ...change } });
	return (
		<Part title={t`Base, VAT and refunds`} isUsed={isUsed}>
			<fieldset className="flex flex-col">
				<legend className="text-sm">
					<Trans>The rate is of the goods</Trans>
				</legend>
				<Checkbox isSelected={base.beforeDiscount} onChange={(beforeDiscount) => setBase({ beforeDiscount })}>
					<Trans>before the seller's discounts</Trans>
				</Checkbox>
				<Checkbox isSelected={base.withTax} onChange={(withTax) => setBase({ withTax })}>
					<Trans>with taxes that the seller remits</Trans>
				</Checkbox>
				<Checkbox isSelected={base.withShipping} onChange={(withShipping) => setBase({ withShipping })}>
					<Trans>with shipping by the seller</Trans>
				</Checkbox>
			</fieldset>
			<div className="grid gap-4 sm:grid-cols-2">
				<PercentField
					label={t`VAT on top, in percent`}
					value={rule.vatPercent}
					onChange={(vatPercent) => set({ vatPercent })}
				/>
				<Choose
					label={t`When a line is refunded`}
					value={rule.refund}
					labels={commissionRefunds}
					onChange={(refund) => set({ refund })}
				/>
			</div>
		</Part>
	);
}

type RowProps = { name: string; onRemove: () => void; children: ReactNode };

/** Fields that belong together and can be removed together. */
function Row({ name, onRemove, children }: RowProps) {
	const { t } = useLingui();
	return (
		<div className="flex items-end gap-2">
			<div className="grid flex-1 grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">{children}</div>
			<Button look="quiet" isIcon aria-label={t`Remove: ${name}`} onPress={onRemove}>
				<Trash2 aria-hidden="true" className="size-4" />
			</Button>
		</div>
	);
}

type FeeRowProps = { fee: FeeDraft; onChange: (fee: FeeDraft) => void; onRemove: () => void };

function FeeRow({ fee, onChange, onRemove }: FeeRowProps) {
	const { t } = useLingui();
	const set = (change: Partial<FeeDraft>) => onChange({ ...fee, ...change });
	return (
		<Row name={t`fee`} onRemove={onRemove}>
			<CurrencyField value={fee.currencyCode} onChange={(currencyCode) => set({ currencyCode })} />
			<PercentField label={t`Percent`} value={fee.percent} onChange={(percent) => set({ percent })} />
			<AmountField label={t`Each order`} value={fee.fixed} onChange={(fixed) => set({ fixed })} />
			<AmountField label={t`Each line`} value={fee.perLine} onChange={(perLine) => set({ perLine })} />
			<AmountField label={t`At least`} value={fee.floor} onChange={(floor) => set({ floor })} />
			<AmountField label={t`At most`} value={fee.cap} onChange={(cap) => set({ cap })} />
			<Choose
				label={t`When the order is refunded`}
				value={fee.refund}
				labels={commissionRefunds}
				onChange={(refund) => set({ refund })}
			/>
		</Row>
	);
}
