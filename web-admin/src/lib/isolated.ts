/** Text in a direction of its own where only plain text may stand, as in an attribute; elsewhere `isolated` of the kit. */
export const isolatedText = (text: string | undefined) => text && `\u2068${text}\u2069`;
