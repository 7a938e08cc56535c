import base from "./playwright.config.ts";
export default { ...base, globalSetup: undefined, expect: { timeout: 30_000 }, projects: base.projects?.filter(({ name }) => name === "large") };
