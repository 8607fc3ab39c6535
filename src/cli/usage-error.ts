/** A command that cannot be run as it was written, or something that it needs is missing. Its message is for people. */
export class UsageError extends Error {}
