/** The one place that reads the environment. */
const env = process.env;

export const config = {
	/** The folder that holds the council's file and its backups. */
	data: env.GOLDEN_THREAD_DATA ?? 'data',
	/** The council's database. */
	database: env.GOLDEN_THREAD_DATABASE ?? `${env.GOLDEN_THREAD_DATA ?? 'data'}/council.sqlite`,
	migrations: env.GOLDEN_THREAD_MIGRATIONS ?? 'drizzle',
	/** Frameworks and the example council, as they come with the program. */
	seed: env.GOLDEN_THREAD_SEED ?? 'seed',
	/** The file in which heavy work runs in a thread of its own. */
	worker: env.GOLDEN_THREAD_WORKER ?? 'build/work/worker.js',
	/** Where people reach the program, such as https://thread.council.gov.uk */
	origin: env.ORIGIN ?? '',
	/** fatal, error, warn, info or silent */
	logLevel: env.GOLDEN_THREAD_LOG ?? 'info',
	/** Whether the benchmark is running: only then is there a reference page. */
	bench: env.GOLDEN_THREAD_BENCH === 'yes',
	/** The code printed in the terminal that lets the first administrator in. */
	setupCode: env.GOLDEN_THREAD_SETUP_CODE ?? ''
};

/** True where people come over https, so that the cookie can be kept to it. */
export const isSecure = config.origin.startsWith('https:');
