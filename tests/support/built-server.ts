/** Runs once before the browser tests. The component examples are drawn without a server, so there is nothing to start for them. */
export async function setup(): Promise<void> {}
