import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";
import { all, type Example, examples } from "./examples";

// Menus of the editor insert styles, which the policy of the page allows with its nonce only.
setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "");

/** The first example of each group stands in a tab of its own. */
const tabs = examples
	.filter((example, at) => examples.findIndex(({ group }) => group === example.group) === at)
	.map(({ query, variables }) => ({ query, variables }));

type Identity = { token: string; actAs: string };

// The token stays in this window: a reload forgets it.
let identity: Identity = { token: "", actAs: "" };

async function fetcher(operation: unknown) {
	const headers: Record<string, string> = {
		"Content-Type": "application/json",
		Accept: "application/graphql-response+json, application/json",
	};
	if (identity.token) headers.Authorization = `Bearer ${identity.token}`;
	if (identity.actAs) headers["Etal-Act-As"] = identity.actAs;
	// Without the cookie of the web admin: this page asks as the token says.
	const answer = await fetch("/graphql", {
		method: "POST",
		headers,
		credentials: "omit",
		body: JSON.stringify(operation),
	});
	return answer.json();
}

type Sandbox = { password: string; people: { email: string; role: string }[] | null };

/** Whom the demo data has; nobody where there is none. */
async function sandbox(): Promise<Sandbox> {
	const answer = await fetch("/dev/sandbox.json");
	return answer.ok ? await answer.json() : { password: "", people: null };
}

/** Signs somebody in, under the hat that they have besides that of a buyer. */
async function signedIn(email: string, password: string): Promise<Identity> {
	const query =
		"mutation($input: SignInInput!) { signIn(input: $input) { session { token } userErrors { message } } }";
	const { data } = await fetcher({ query, variables: { input: { email, password } } });
	const token: string = data.signIn.session.token;
	identity = { token, actAs: "" };
	const answer = await fetcher({ query: "{ viewer { hats { actAs } } }" });
	const hats: { actAs: string | null }[] = answer.data.viewer.hats;
	return { token, actAs: hats.find((hat) => hat.actAs)?.actAs ?? "" };
}

/** Documents of each group, in the order in which they come. */
function groupsOf(list: Example[]): [string, Example[]][] {
	const groups = new Map<string, Example[]>();
	for (const example of list) groups.set(example.group, [...(groups.get(example.group) ?? []), example]);
	return [...groups];
}

function Documents({
	label,
	list,
	onChoose,
}: {
	label: string;
	list: Example[];
	onChoose: (e: Example) => void;
}) {
	return (
		<label>
			{label}
			<select
				aria-label={label}
				value=""
				onChange={(event) => {
					const chosen = list.find(({ name }) => name === event.target.value);
					if (chosen) onChoose(chosen);
				}}
			>
				<option value="">Choose…</option>
				{groupsOf(list).map(([group, members]) => (
					<optgroup key={group} label={group}>
						{members.map(({ name }) => (
							<option key={name}>{name}</option>
						))}
					</optgroup>
				))}
			</select>
		</label>
	);
}

function Page() {
	const [fields, setFields] = useState(identity);
	const [shown, show] = useState<Example>();
	const [demo, setDemo] = useState<Sandbox>({ password: "", people: null });
	const [trouble, setTrouble] = useState("");
	useEffect(() => {
		sandbox().then(setDemo, () => undefined);
	}, []);
	const set = (change: Partial<Identity>) => {
		identity = { ...identity, ...change };
		setFields(identity);
	};
	return (
		<>
			<header className="identity">
				<h1>Étal · GraphiQL</h1>
				<Documents label="Example" list={examples} onChoose={show} />
				<Documents label="Ready document" list={all} onChoose={show} />
				{demo.people && (
					<label>
						Ask as
						<select
							aria-label="Ask as"
							onChange={(event) => {
								const email = event.target.value;
								setTrouble("");
								if (!email) set({ token: "", actAs: "" });
								else signedIn(email, demo.password).then(set, () => setTrouble("That did not work."));
							}}
						>
							<option value="">a stranger</option>
							{demo.people.map(({ email, role }) => (
								<option key={email} value={email}>
									{email}, {role}
								</option>
							))}
						</select>
						<span role="status">{trouble}</span>
					</label>
				)}
				<label>
					Bearer token
					<input
						value={fields.token}
						onChange={(event) => set({ token: event.target.value.trim() })}
						placeholder="etal_ses_…  (empty: a stranger)"
						autoComplete="off"
						spellCheck={false}
					/>
				</label>
				<label>
					Etal-Act-As
					<input
						value={fields.actAs}
						onChange={(event) => set({ actAs: event.target.value.trim() })}
						placeholder="operator or sel_…  (empty: buyer)"
						autoComplete="off"
						spellCheck={false}
					/>
				</label>
			</header>
			<div className="editor">
				<GraphiQL
					fetcher={fetcher}
					defaultTabs={tabs}
					query={shown?.query}
					variables={shown?.variables}
					isHeadersEditorEnabled={false}
					shouldPersistHeaders={false}
				/>
			</div>
		</>
	);
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
	<StrictMode>
		<Page />
	</StrictMode>,
);
