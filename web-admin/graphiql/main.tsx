import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";
import buyer from "../../docs/api/operations/examples/buyer.graphql?raw";
import operator from "../../docs/api/operations/examples/operator.graphql?raw";
import seller from "../../docs/api/operations/examples/seller.graphql?raw";
import stranger from "../../docs/api/operations/examples/stranger.graphql?raw";

// Menus of the editor insert styles, which the policy of the page allows with its nonce only.
setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "");

const examples = [stranger, buyer, seller, operator].map((query) => ({ query }));

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

function Page() {
	const [fields, setFields] = useState(identity);
	const set = (change: Partial<Identity>) => {
		identity = { ...identity, ...change };
		setFields(identity);
	};
	return (
		<>
			<header className="identity">
				<h1>Étal · GraphiQL</h1>
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
					defaultTabs={examples}
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
