// Sets the theme before the first paint, so that nobody who works in the dark
// is met by a white page. The policy of the page forbids inline scripts.
(() => {
	let wanted = "system";
	try {
		wanted = localStorage.getItem("etal.theme") || "system";
	} catch {
		// Storage is closed to this page: the system's theme it is.
	}
	const dark =
		wanted === "dark" || (wanted !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
	document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
