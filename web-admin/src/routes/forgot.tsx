import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { useState } from "react";
import { AdminPasswordResetRequestDocument } from "@/gql/graphql";
import { request } from "@/lib/api";
import { RequestFailure } from "@/pages/request-failure";
import { SmallPage } from "@/pages/small";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Form } from "@/ui/form";
import { linkClass } from "@/ui/page";
import { Banner } from "@/ui/states";

// Asks for the mail with the link. The page behind the link is the server's own,
// and works for buyers, who have no pages here, as well.
export const Route = createFileRoute("/forgot")({ component: Forgot });

function Forgot() {
	const { t } = useLingui();
	const [email, setEmail] = useState("");
	const attempt = useMutation({
		mutationFn: () => request(AdminPasswordResetRequestDocument, { input: { email } }),
	});
	const wrong = attempt.data?.passwordResetRequest?.userErrors.map((fault) => fault.message).join(" ");
	const isSent = attempt.data && !wrong;
	return (
		<SmallPage title={t`Forgot your password?`}>
			{isSent ? (
				<div role="status" className="flex flex-col gap-2">
					<p>
						<Trans>
							If {email} has an account, a mail with a link is on its way. The link works once, for half an
							hour.
						</Trans>
					</p>
					<p className="text-muted">
						<Trans>Nothing came? Look among the unwanted mail, and whether the address is right.</Trans>
					</p>
				</div>
			) : (
				<Form
					className="flex flex-col gap-4"
					onSubmit={(event) => {
						event.preventDefault();
						attempt.mutate();
					}}
				>
					<p className="text-muted">
						<Trans>We mail you a link that sets a new one.</Trans>
					</p>
					{(wrong || attempt.error) && (
						<Banner tone="danger" role="alert">
							{wrong || <RequestFailure error={attempt.error} />}
						</Banner>
					)}
					<TextField
						label={t`Email`}
						name="email"
						type="email"
						autoComplete="username"
						isRequired
						autoFocus
						value={email}
						onChange={setEmail}
					/>
					<Button type="submit" look="primary" isDisabled={attempt.isPending}>
						<Trans>Send the link</Trans>
					</Button>
				</Form>
			)}
			<p className="mt-4 text-center">
				<Link to="/login" search={{}} className={linkClass}>
					<Trans>Back to signing in</Trans>
				</Link>
			</p>
		</SmallPage>
	);
}
