// The page behind /graphiql in development: an editor for operations and a list
// of what the schema has, without anything from another host.
const at = (id) => document.getElementById(id);

async function send(query, variables) {
  const headers = { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" };
  if (at("token").value.trim()) headers.Authorization = `Bearer ${at("token").value.trim()}`;
  if (at("actas").value.trim()) headers["Etal-Act-As"] = at("actas").value.trim();
  const started = performance.now();
  const answer = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  const body = await answer.json();
  return { status: answer.status, took: Math.round(performance.now() - started), body };
}

async function run() {
  at("status").textContent = "Running…";
  try {
    const { status, took, body } = await send(at("query").value, JSON.parse(at("variables").value || "{}"));
    at("status").textContent = `Status ${status}, ${took} ms`;
    at("result").textContent = JSON.stringify(body, null, 2);
  } catch (error) {
    at("status").textContent = "Not sent or not understood";
    at("result").textContent = String(error);
  }
}

at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
for (const example of document.querySelectorAll("[data-example]")) {
  const [query, variables] = example.querySelectorAll("pre");
  const put = example.querySelector("button");
  put.hidden = false;
  put.addEventListener("click", () => {
    [at("query").value, at("variables").value] = [query.textContent, variables.textContent];
    at("query").focus();
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});

const introspection = `query Schema { __schema { types { name kind description
  fields { name description type { ...T } args { name type { ...T } } }
  inputFields { name description type { ...T } } enumValues { name description } } } }
fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind } } } }`;

function typeName(type) {
  if (type.kind === "NON_NULL") return `${typeName(type.ofType)}!`;
  if (type.kind === "LIST") return `[${typeName(type.ofType)}]`;
  return type.name;
}

function line(field) {
  const args = (field.args || []).map((arg) => `${arg.name}: ${typeName(arg.type)}`).join(", ");
  const type = field.type ? `: ${typeName(field.type)}` : "";
  return `${field.name}${args ? `(${args})` : ""}${type}`;
}

function entry(type) {
  const details = document.createElement("details");
  details.dataset.name = type.name.toLowerCase();
  const summary = document.createElement("summary");
  summary.textContent = `${type.name} (${type.kind.toLowerCase().replace("_", " ")})`;
  const text = document.createElement("pre");
  const parts = type.fields || type.inputFields || type.enumValues || [];
  const lines = parts.map((part) => (part.description ? `# ${part.description}\n` : "") + line(part));
  text.textContent = [type.description || "", ...lines].filter(Boolean).join("\n");
  details.append(summary, text);
  return details;
}

async function load() {
  const { body } = await send(introspection, {});
  if (!body.data) {
    at("schema").textContent = "The schema is closed: ETAL_GRAPHQL_INTROSPECTION=on opens it.";
    return;
  }
  const first = { Query: 0, Mutation: 1 };
  const types = body.data.__schema.types.filter((type) => !type.name.startsWith("__"));
  types.sort((a, b) => (first[a.name] ?? 2) - (first[b.name] ?? 2) || a.name.localeCompare(b.name));
  at("schema").replaceChildren(...types.map(entry));
}

at("filter").addEventListener("input", () => {
  const wanted = at("filter").value.trim().toLowerCase();
  for (const details of at("schema").children) details.hidden = !(details.dataset.name || "").includes(wanted);
});

load().catch((error) => {
  at("schema").textContent = String(error);
});
