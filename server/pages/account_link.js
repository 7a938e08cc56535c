// The pages behind the links in mails. The token is the part of the address
// after the #, which no server sees; opening the page uses nothing up, sending
// the form does.
const form = document.getElementById("form");
const status = document.getElementById("status");
const token = window.location.hash.slice(1);
window.history.replaceState(null, "", window.location.pathname);

// Documents are asked for by their ids: the server knows their texts.
async function ask(documentId, variables) {
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ documentId, variables }),
  });
  return answer.json();
}

async function submit({ mutation, document: id }) {
  const input = { token };
  const password = document.getElementById("password");
  if (password) input.password = password.value;
  const body = await ask(id, { input });
  if (body.errors) return body.errors[0].message;
  return body.data[mutation].userErrors.map((error) => error.message).join(" ");
}

// What an invitation is for, before it is answered. Everything is put in as text.
const previews = {
  sellerInvitation: (of) => [["Seller", of.sellerName], ["Role", of.roleName]],
  operatorInvitation: (of) => [["Role", of.role.charAt(0) + of.role.slice(1).toLowerCase()]],
};

async function preview({ preview: field, previewDocument: id }) {
  const body = await ask(id, { token });
  const found = body.data?.[field];
  if (body.errors) return; // the answer of the form will say more
  if (!found) {
    form.hidden = true;
    status.textContent = "This link does not work any more. Ask whoever has invited you to send it again.";
    return;
  }
  const until = new Date(found.expiresAt).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const about = document.getElementById("about");
  for (const [term, detail] of [...previews[field](found), ["Sent to", found.email], ["Can be accepted until", until]]) {
    about.append(Object.assign(document.createElement("dt"), { textContent: term }));
    about.append(Object.assign(document.createElement("dd"), { textContent: detail }));
  }
  about.hidden = false;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const chosen = event.submitter?.dataset.mutation ? event.submitter.dataset : form.dataset;
  status.textContent = "One moment…";
  try {
    const problem = await submit(chosen);
    status.textContent = problem || chosen.done;
    form.hidden = !problem;
  } catch {
    status.textContent = "The marketplace cannot be reached. Try again.";
  }
});

if (!token) {
  form.hidden = true;
  status.textContent = "This address is not complete. Open the link in the mail again.";
} else if (form.dataset.preview) {
  preview(form.dataset).catch(() => undefined);
}
