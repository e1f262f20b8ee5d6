import { fileKinds } from '#lib/domain/evidence/file-kind.ts';

/** The kinds of file a council can allow: none that a browser might run, each recognised by its content. */
export const uploadTypes = Object.entries(fileKinds).map(([ending, { name }]) => ({ ending, name: `${name} (.${ending})` }));
export const uploadEndings = uploadTypes.map(({ ending }) => ending);
