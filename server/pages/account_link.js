// The pages behind the links in mails. The token is the part of the address
// after the #, which no server sees; opening the page uses nothing up, sending
// the form does.
const form = document.getElementById("form");
const status = document.getElementById("status");
const token = window.location.hash.slice(1);
window.history.replaceState(null, "", window.location.pathname);

async function submit() {
  const { mutation, input: inputType } = form.dataset;
  const input = { token };
  const password = document.getElementById("password");
  if (password) input.password = password.value;
  const query = `mutation($input: ${inputType}!) { ${mutation}(input: $input) { userErrors { message } } }`;
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const body = await answer.json();
  if (body.errors) return body.errors[0].message;
  return body.data[mutation].userErrors.map((error) => error.message).join(" ");
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  status.textContent = "One moment…";
  try {
    const problem = await submit();
    status.textContent = problem || form.dataset.done;
    form.hidden = !problem;
  } catch {
    status.textContent = "The marketplace cannot be reached. Try again.";
  }
});

if (!token) {
  form.hidden = true;
  status.textContent = "This address is not complete. Open the link in the mail again.";
}
