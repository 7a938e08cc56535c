import {
	api,
	apply,
	baseURL,
	expect,
	expectSound,
	mailedToken,
	newEmail,
	newOperator,
	people,
	register,
	rowOf,
	signIn,
	test,
	tokenOf,
} from "./fixtures";

async function open(name: string) {
	const seller = await apply(name);
	await api(
		"mutation($input: SellerApproveInput!) { sellerApprove(input: $input) { userErrors { code } } }",
		{ input: { sellerId: seller.id } },
		await tokenOf(people.operator),
		"operator",
	);
	return seller;
}

test("an owner invites somebody, who accepts, gets a role of the seller's own, and is removed", async ({
	page,
	browser,
}) => {
	test.slow();
	const { email: owner, slug } = await open("Käsekate");
	const guest = newEmail();
	await register(guest, "Gesa Gehilfin");
	await signIn(page, owner, `/s/${slug}/members`);
	await page.getByRole("button", { name: "Invite…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Email").fill("not an address");
	await dialog.getByLabel("Role").selectOption("FULFILMENT");
	await dialog.getByRole("button", { name: "Invite", exact: true }).click();
	await expect(dialog.getByLabel("Email")).toHaveAttribute("aria-invalid", "true");
	await dialog.getByLabel("Email").fill(guest);
	await dialog.getByRole("button", { name: "Invite", exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await page.getByRole("link", { name: "Invitations" }).click();
	await expect(page.getByText("Waits for an answer")).toBeVisible();
	await page.getByRole("button", { name: `Change the invitation of ${guest}` }).click();
	await page.getByRole("menuitem", { name: "Send again…" }).click();
	const first = await mailedToken(guest, "invitation");
	await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
	await expect(page.getByRole("status").filter({ hasText: "again" })).toBeVisible();
	await expect.poll(async () => await mailedToken(guest, "invitation")).not.toBe(first);

	// The page behind the link.
	const other = await browser.newContext({ baseURL: baseURL() });
	const theirs = await other.newPage();
	await signIn(theirs, guest);
	await theirs.goto(`/account/invitation#${first}`);
	await expect(theirs.getByText("This link does not work any more")).toBeVisible();
	await theirs.goto("about:blank");
	await theirs.goto(`/account/invitation#${await mailedToken(guest, "invitation")}`);
	await expect(theirs.getByText("Käsekate")).toBeVisible();
	await expect(theirs).toHaveURL(`${baseURL()}/account/invitation`);
	await theirs.getByRole("button", { name: "Accept" }).click();
	await expect(theirs.getByRole("status")).toContainText("You act for the seller from now on");
	await theirs.goto("/admin/");
	await expect(theirs).toHaveURL(new RegExp(`/s/${slug}$`));
	await theirs.goto(`/admin/s/${slug}/members`);
	await expect(theirs.getByTitle("SELLER_MEMBER_READ")).toBeVisible();

	// A role of the seller's own.
	await page.getByRole("link", { name: "Roles" }).click();
	await page.getByRole("button", { name: "New role…" }).click();
	const role = page.getByRole("dialog", { name: "New role" });
	await role.getByLabel("Name").fill("Counter");
	await role.getByRole("checkbox", { name: /^To see the private side of a seller/ }).check();
	await role.getByRole("checkbox", { name: "To see seller orders." }).check();
	await role.getByRole("checkbox", { name: "To refund lines of seller orders." }).check();
	await role.getByLabel(/Refunds at once/).fill("20.00");
	await expectSound(page);
	await role.getByRole("button", { name: "Make the role" }).click();
	await expect(role).toHaveCount(0);
	await expect(page.getByText("€20.00")).toBeVisible();
	await page.getByRole("button", { name: "Change Counter" }).click();
	await page.getByRole("menuitem", { name: "Edit…" }).click();
	const edit = page.getByRole("dialog", { name: "The role Counter" });
	await edit.getByLabel(/Refunds at once/).fill("35");
	await edit.getByRole("button", { name: "Save the role" }).click();
	await expect(edit).toHaveCount(0);
	await expect(page.getByText("€35.00")).toBeVisible();

	await page.getByRole("link", { name: "Members" }).last().click();
	await page.getByRole("button", { name: "Change Gesa Gehilfin" }).click();
	await page.getByRole("menuitem", { name: "Another role…" }).click();
	await page.getByLabel("New role").selectOption({ label: "Counter" });
	await page.getByRole("button", { name: "Give the role" }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(page.getByRole("main").getByText("Counter").first()).toBeVisible();
	await expect(
		page.getByRole("button", { name: /^Change Owner of/ }),
		"nobody changes themselves",
	).toHaveCount(0);

	await page.getByRole("button", { name: "Change Gesa Gehilfin" }).click();
	await page.getByRole("menuitem", { name: "Remove…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
	await expect(page.getByText("Gesa Gehilfin")).toHaveCount(0);
	await other.close();
});

test("the ownership is offered, accepted and taken over", async ({ page, browser }) => {
	const { email: owner, slug } = await open("Räucherei");
	const heir = newEmail();
	await register(heir, "Erna Erbin");
	await signIn(page, owner, `/s/${slug}/members`);
	await page.getByRole("button", { name: "Invite…" }).click();
	await page.getByRole("dialog").getByLabel("Email").fill(heir);
	await page.getByRole("dialog").getByLabel("Role").selectOption("MANAGER");
	await page.getByRole("dialog").getByRole("button", { name: "Invite", exact: true }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await api(
		"mutation($input: MemberInvitationAcceptInput!) { memberInvitationAccept(input: $input) { userErrors { code } } }",
		{ input: { token: await mailedToken(heir, "invitation") } },
		await tokenOf(heir),
	);
	await page.reload();
	await page.getByRole("button", { name: "Change Erna Erbin" }).click();
	await page.getByRole("menuitem", { name: "Offer the ownership…" }).click();
	await page.getByRole("button", { name: "Offer the ownership" }).click();
	await expect(page.getByText(/The ownership is offered to Erna Erbin/)).toBeVisible();
	await expectSound(page);

	const other = await browser.newContext({ baseURL: baseURL() });
	const theirs = await other.newPage();
	await signIn(theirs, heir);
	await expect(theirs.getByText("You are offered the ownership of Räucherei")).toBeVisible();
	await theirs.getByRole("button", { name: "Become an owner" }).click();
	await expect(theirs.getByText("You are offered the ownership")).toHaveCount(0);
	await theirs.goto(`/admin/s/${slug}/members?role=OWNER`);
	await expect(theirs.getByRole("main").getByText("Erna Erbin")).toBeVisible();
	await expect(theirs.getByRole("main").getByText("Owner of Räucherei")).toHaveCount(0);
	await other.close();
});

test("an invitation is declined by its link, by whoever has it", async ({ page }) => {
	const { email: owner, slug } = await open("Seilerei");
	const guest = newEmail();
	await signIn(page, owner, `/s/${slug}/members`);
	await page.getByRole("button", { name: "Invite…" }).click();
	await page.getByRole("dialog").getByLabel("Email").fill(guest);
	await page.getByRole("dialog").getByLabel("Role").selectOption("SUPPORT");
	await page.getByRole("dialog").getByRole("button", { name: "Invite", exact: true }).click();
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await page.goto(`/account/invitation#${await mailedToken(guest, "invitation")}`);
	await page.getByRole("button", { name: "Decline" }).click();
	await expect(page.getByRole("status")).toContainText("You have declined");
	await page.goto(`/admin/s/${slug}/members?view=invitations&ended=true`);
	await expect(page.getByText("Declined")).toBeVisible();
	await expect(page.getByRole("button", { name: /^Change the invitation/ })).toHaveCount(0);
});

test("the invitation of an operator says what it is for, and is accepted by its link", async ({ page }) => {
	const guest = newEmail();
	await register(guest, "Odo Operator");
	const olga = await tokenOf(people.operator);
	type Invited = { operatorInvite: { proposal: { id: string; payloadHash: string } } };
	const { operatorInvite } = await api<Invited>(
		"mutation($input: OperatorInviteInput!) { operatorInvite(input: $input) { proposal { id payloadHash } } }",
		{ input: { email: guest, role: "SUPPORT", reason: "We are few." } },
		olga,
		"operator",
	);
	await api(
		"mutation($input: ProposalApproveInput!) { proposalApprove(input: $input) { userErrors { code } } }",
		{
			input: operatorInvite.proposal && {
				id: operatorInvite.proposal.id,
				payloadHash: operatorInvite.proposal.payloadHash,
			},
		},
		await tokenOf("otto@etal.example"),
		"operator",
	);
	const token = await mailedToken(guest, "operator-invitation");
	await page.goto(`/account/operator-invitation#${token}`);
	await expect(page.getByText("Support", { exact: true })).toBeVisible();
	await page.getByRole("button", { name: "Accept" }).click();
	await expect(page.getByRole("status"), "whoever is not signed in learns so").not.toContainText(
		"One moment",
	);
	await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
	await signIn(page, guest);
	await page.goto(`/account/operator-invitation#${token}`);
	await page.getByRole("button", { name: "Accept" }).click();
	await expect(page.getByRole("status")).toContainText("You are an operator from now on");
	await page.goto("/admin/");
	await expect(page).toHaveURL(/\/platform$/);
});

test("somebody without a hat applies to sell, and prepares while they wait", async ({ page }) => {
	const email = newEmail();
	await register(email, "Nele Neu");
	await signIn(page, email);
	await page.getByRole("link", { name: "Apply to sell" }).click();
	await expect(
		page.getByRole("button", { name: "Apply" }),
		"without a country nothing is sent",
	).toBeDisabled();
	await page.getByLabel("Name").fill("   ");
	await page.getByLabel("Country of the business").selectOption({ label: "Germany" });
	await page.getByRole("button", { name: "Apply" }).click();
	await expect(page.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
	await page.getByLabel("Name").fill(`Neles Nudeln ${Date.now()}`);
	await page.getByRole("button", { name: "Apply" }).click();
	await expect(page).toHaveURL(/\/s\/neles-nudeln/);
	await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
	await expectSound(page);
});

test("an operator is invited once a second person has approved", async ({ page, browser }) => {
	const email = newEmail();
	await signIn(page, people.operator, "/platform/operators");
	await page.getByRole("button", { name: "Invite…" }).click();
	const dialog = page.getByRole("dialog", { name: "Invite an operator" });
	await dialog.getByLabel("Email").fill(email);
	await dialog.getByLabel("Role").selectOption("SUPPORT");
	await dialog.getByLabel("Reason").fill("Answers on weekends.");
	await expectSound(page);
	await dialog.getByRole("button", { name: "Propose" }).click();
	await expect(dialog).toHaveCount(0);
	await page.getByRole("link", { name: "Invitations" }).click();
	const row = rowOf(page, email);
	await expect(row).toContainText("Waits for a second person");
	await expect(row.getByRole("button"), "there is no link to send again").toHaveCount(0);

	const other = await browser.newPage();
	await signIn(other, newOperator("Zora Zwei"), "/platform/proposals");
	await other.getByRole("button", { name: "Look at it" }).first().click();
	await other.getByRole("dialog", { name: "Proposal" }).getByRole("button", { name: "Approve" }).click();
	await expect(other.getByText("Approved and done.")).toBeVisible();
	await other.close();

	await page.reload();
	await expect(row).toContainText("Waits for an answer");
	await row.getByRole("button").click();
	await page.getByRole("menuitem", { name: "Take back…" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
	await expect(row).toContainText("Taken back");
	await expectSound(page);
});
