import { sql, type SQL } from 'drizzle-orm';

export const everything = sql`1`;
export const nothing = sql`0`;

const among = (column: SQL, ids: readonly string[]) => sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

/** Those of these services; with 'all' also what is the council's. */
export const ofServices = (services: 'all' | readonly string[]): SQL =>
	services === 'all' ? everything : services.length ? among(sql`service_id`, services) : nothing;

/** Those of these teams. */
export const ofTeams = (teams: readonly string[]): SQL => (teams.length ? among(sql`team_id`, teams) : nothing);
