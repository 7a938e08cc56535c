import type { MouseEvent, Ref } from "react";
import { Form as AriaForm, type FormProps } from "react-aria-components/Form";

/**
 * A form whose faults the server may have told. Whoever presses its button wants it to be sent: what the server has
 * found the last time does not keep it from being asked again. What a field needs by itself still does.
 */
export function Form({ onClickCapture, ...props }: FormProps & { ref?: Ref<HTMLFormElement> }) {
	return (
		<AriaForm
			{...props}
			onClickCapture={(event: MouseEvent<HTMLFormElement>) => {
				forgetFaults(event);
				onClickCapture?.(event);
			}}
		/>
	);
}

// A browser does not send a form while a field says that it is wrong, and a fault of the server is said by its field
// until that very field is changed. Enter in a field is a click on the button, too.
function forgetFaults({ target, currentTarget: form }: MouseEvent<HTMLFormElement>) {
	const button = (target as Element).closest("button, input");
	if (!(button instanceof HTMLButtonElement) || button.type !== "submit") return;
	for (const field of form.elements) (field as HTMLInputElement).setCustomValidity?.("");
}
